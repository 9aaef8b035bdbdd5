import { describe, expect, it } from 'vitest'
import { channelNames } from '../../../server/protocol/channel.ts'
import {
  type Consent,
  consentAfter,
  consentMerged,
  consentReported,
  consents,
  subscribed,
} from '../../../server/tickets/consent.ts'
import { keywordEffect, keywordOf, keywordTexts, noOwnWords } from '../../../server/tickets/keywords.ts'

const sms = (text: string, consent: Consent = 'never') => keywordOf('sms', text, noOwnWords, consent)
const whatsapp = (text: string) => keywordOf('whatsapp', text, noOwnWords, 'never')

describe('keywords of SMS', () => {
  it.each(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'])('M-1b %s stops', (word) => {
    expect([sms(word), sms(word.toLowerCase())]).toEqual(['stop', 'stop'])
  })

  it.each(['JOIN', 'START', 'UNSTOP'])('M-1c %s joins, whatever was before', (word) => {
    expect(consents.map((consent) => sms(word, consent))).toEqual(['join', 'join', 'join', 'join'])
  })

  it.each([
    ['never', 'join'],
    ['transactional', null],
    ['marketing', null],
    ['stopped', 'join'],
  ] as const)('M-1c YES of one whose consent is %s: %s', (consent, keyword) => {
    expect(sms('Yes', consent)).toBe(keyword)
  })

  it.each(['HELP', 'INFO', 'HILFE', 'AJUDA'])('M-1d %s asks for help', (word) => {
    expect(sms(word)).toBe('help')
  })

  it.each(['  stop\n', 'Stop', 'sToP', '\u3000STOP\u3000', '\uFEFFSTOP', 'ST\u00ADOP', 'STOP\u200B'])(
    'M-1a "%s" is STOP, trimmed and folded',
    (text) => {
      expect(sms(text)).toBe('stop')
    },
  )

  it.each([
    ['ｓｔｏｐ', 'stop'],
    ['ＳＴＯＰ', 'stop'],
    ['unsubscrıbe', 'stop'],
    ['UNSUBSCRİBE', 'stop'],
    ['unsubscri\u0307be', 'stop'],
    ['QUİT', 'stop'],
    ['joın', 'join'],
    ['JOİN', 'join'],
    ['ınfo', 'help'],
    ['İNFO', 'help'],
    ['hılfe', 'help'],
  ])('M-1a %s is folded as the keyboard meant it: %s', (text, keyword) => {
    expect(sms(text)).toBe(keyword)
  })

  it.each([
    'STOP please',
    'please stop',
    'STOP.',
    'STOP STOP',
    'S T O P',
    'STOPP',
    'non-stop',
    'When does the offer end?',
    'ＳＴＯＰ！',
    '',
    '   ',
    '🛑',
    'ok',
    `STOP${' '.repeat(200)}now`,
    'STOP'.repeat(2_000),
  ])('M-1a "%s" is an ordinary message', (text) => {
    expect(sms(text)).toBeNull()
  })

  it('M-1a however much space stands around it', () => {
    expect(sms(`${' '.repeat(9_000)}STOP${'\n'.repeat(900)}`)).toBe('stop')
  })
})

describe('keywords elsewhere', () => {
  it.each([
    ['STOP', 'stop'],
    ['JOIN', 'join'],
    ['START', 'join'],
    ['HELP', 'help'],
  ])('M-1f WhatsApp knows %s', (word, keyword) => {
    expect(whatsapp(word)).toBe(keyword)
  })

  it.each([
    'STOPALL',
    'CANCEL',
    'END',
    'QUIT',
    'REVOKE',
    'OPTOUT',
    'UNSUBSCRIBE',
    'UNSTOP',
    'YES',
    'INFO',
    'HILFE',
    'AJUDA',
  ])('M-1f WhatsApp does not know %s', (word) => {
    expect(whatsapp(word)).toBeNull()
  })

  it.each(channelNames.filter((name) => name !== 'sms' && name !== 'whatsapp'))('M-1 %s has none', (channel) => {
    expect(keywordOf(channel, 'STOP', { ...noOwnWords, stop: ['STOP'] }, 'never')).toBeNull()
  })

  it.each(['sms', 'whatsapp'] as const)('M-1e the owner’s words count on %s, folded likewise', (channel) => {
    const own = { stop: ['arrêt', 'Keine  SMS'], join: ['Straße'], help: ['ΒΟΗΘΟΣ', ''] }
    const said = (text: string) => keywordOf(channel, text, own, 'never')
    expect(['ARRÊT', 'arre\u0302t', 'keine sms', 'STRASSE', 'βοηθοσ', 'βοηθος', 'arret', ''].map(said)).toEqual([
      'stop',
      'stop',
      'stop',
      'join',
      'help',
      'help',
      null,
      null,
    ])
  })

  it('M-1e they cannot take a stop word from its meaning, and stopping goes first', () => {
    const own = { stop: ['later'], join: ['STOP', 'later'], help: ['later'] }
    expect(['stop', 'later'].map((text) => keywordOf('sms', text, own, 'never'))).toEqual(['stop', 'stop'])
  })
})

describe('what a keyword does', () => {
  const before = { consent: 'marketing', blocked: false, providerAnswers: false, liveTicket: null } as const

  it('M-1a changes consent, gets its answer, and touches no ticket', () => {
    expect(keywordEffect('stop', before)).toEqual({ consent: 'stopped', answer: 'stop', line: null })
    expect(keywordEffect('help', before)).toEqual({ consent: 'marketing', answer: 'help', line: null })
    expect(keywordEffect('join', { ...before, consent: 'stopped' })).toMatchObject({
      consent: 'marketing',
      answer: 'join',
    })
  })

  it('M-1a leaves a line in a live thread', () => {
    expect(keywordEffect('stop', { ...before, liveTicket: 't1' })).toMatchObject({ line: 't1' })
  })

  it('M-1g is not answered where the provider does it', () => {
    const effects = (['stop', 'join', 'help'] as const).map((one) =>
      keywordEffect(one, { ...before, providerAnswers: true }),
    )
    expect(effects.map(({ answer }) => answer)).toEqual([null, null, null])
    expect(effects[0]).toMatchObject({ consent: 'stopped' })
  })

  it('S-9d STOP of a blocked customer works, without an answer', () => {
    expect(keywordEffect('stop', { ...before, blocked: true })).toEqual({
      consent: 'stopped',
      answer: null,
      line: null,
    })
  })

  it('M-3b a second STOP changes nothing and is not confirmed again', () => {
    expect(keywordEffect('stop', { ...before, consent: 'stopped' })).toMatchObject({ consent: 'stopped', answer: null })
  })

  it('M-1a every answer can be filled from the settings', () => {
    for (const text of Object.values(keywordTexts)) {
      expect(text.replaceAll(/\{\{(organization|email)\}\}/g, '')).not.toMatch(/[{}]/)
    }
  })
})

describe('consent', () => {
  it('M-3b STOP ends all kinds, JOIN gives marketing, HELP changes nothing', () => {
    expect(consents.map((one) => consentAfter(one, 'stop'))).toEqual(['stopped', 'stopped', 'stopped', 'stopped'])
    expect(consents.map((one) => consentAfter(one, 'join'))).toEqual([
      'marketing',
      'marketing',
      'marketing',
      'marketing',
    ])
    expect(consents.map((one) => consentAfter(one, 'help'))).toEqual(consents)
  })

  it('M-3a is one of four, two of which are a subscriber’s', () => {
    expect(consents.map(subscribed)).toEqual([false, true, true, false])
  })

  it('M-3b the shop’s report lifts no STOP and lowers nothing', () => {
    expect(consents.map((one) => consentReported(one, 'transactional'))).toEqual([
      'transactional',
      'transactional',
      'marketing',
      'stopped',
    ])
    expect(consents.map((one) => consentReported(one, 'marketing'))).toEqual([
      'marketing',
      'marketing',
      'marketing',
      'stopped',
    ])
  })

  it('M-3b of two customers made one a STOP of either holds', () => {
    for (const one of consents)
      expect([consentMerged(one, 'stopped'), consentMerged('stopped', one)]).toEqual(['stopped', 'stopped'])
    expect([consentMerged('never', 'marketing'), consentMerged('marketing', 'transactional')]).toEqual([
      'marketing',
      'marketing',
    ])
  })
})
