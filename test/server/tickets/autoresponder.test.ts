import { recommendedAutoresponder, smsSettings } from '../../../server/protocol/channel-settings.ts'
import { describe, expect, it } from 'vitest'
import { channelNames } from '../../../server/protocol/channel.ts'
import { type AutoresponderState, autoresponse } from '../../../server/tickets/autoresponder.ts'
import { consents } from '../../../server/tickets/consent.ts'
import { filledText, missingValues } from '../../../server/protocol/filled-text.ts'
import { hour, monday } from './an-arrival.ts'

const state = (given: Partial<AutoresponderState> = {}): AutoresponderState => ({
  setting: { audience: 'everybody', text: 'Hello from {{organization}}, or {{ email }}.' },
  organization: 'Birch & Wool',
  email: 'help@birch.example',
  consent: 'never',
  blocked: false,
  spam: false,
  lastAnswerAt: null,
  lastAgentAt: null,
  ...given,
})
const answer = (given: Partial<AutoresponderState> = {}) => autoresponse('sms', state(given), monday)
const text = 'Hello from Birch & Wool, or help@birch.example.'

describe('the autoresponder', () => {
  it('M-2a answers an SMS with its text', () => {
    expect(answer()).toBe(text)
  })

  it.each([
    ['everybody', [true, true, true, false]],
    ['without_consent', [true, false, false, false]],
  ] as const)('M-2a audience %s, by consent', (audience, expected) => {
    const setting = { audience, text: 'Hi' }
    expect(consents.map((consent) => answer({ setting, consent }) !== null)).toEqual(expected)
  })

  it('M-2a has a default for everybody, and a recommendation for those without consent', () => {
    expect(answer({ setting: smsSettings.parse({}).autoresponder })).toContain('Birch & Wool')
    expect(recommendedAutoresponder.audience).toBe('without_consent')
    expect(answer({ setting: recommendedAutoresponder })).toBe(
      'Birch & Wool: We cannot answer because you have not agreed to receive SMS. For help write to help@birch.example.',
    )
  })

  it.each(['lastAnswerAt', 'lastAgentAt'] as const)('M-2b once in 24 hours by %s', (last) => {
    expect(answer({ [last]: monday - 24 * hour + 1 })).toBeNull()
    expect(answer({ [last]: monday - 24 * hour })).toBe(text)
    expect(answer({ [last]: monday })).toBeNull()
  })

  it.each([{ consent: 'stopped' }, { blocked: true }, { spam: true }] as const)('M-2c never to %o', (given) => {
    expect(answer(given)).toBeNull()
  })

  it.each(channelNames.filter((name) => name !== 'sms'))('M-2 not on %s', (channel) => {
    expect(autoresponse(channel, state(), monday)).toBeNull()
  })

  it('M-2a is off without a text', () => {
    expect(answer({ setting: { audience: 'everybody', text: ' \n' } })).toBeNull()
  })

  it.each([null, '', ' '])('M-2a sends no text with a hole: email %o', (email) => {
    expect(answer({ email })).toBeNull()
    expect(answer({ email, setting: { audience: 'everybody', text: '{{organization}}!' } })).toBe('Birch & Wool!')
  })
})

describe('texts with variables', () => {
  it('takes values as they are, whatever signs they hold', () => {
    expect(filledText('{{a}}{{ a }}', { a: '$& {{b}} $1' })).toBe('$& {{b}} $1$& {{b}} $1')
  })

  it('names what is missing, once, and sends nothing then', () => {
    const values = { a: 'x', b: null }
    expect(missingValues('{{a}} {{b}} {{b}} {{c}} {{constructor}} {{}}', values)).toEqual(['b', 'c', 'constructor', ''])
    expect(filledText('{{b}}', values)).toBeNull()
    expect(filledText('{ {a} } {{a', values)).toBe('{ {a} } {{a')
  })
})
