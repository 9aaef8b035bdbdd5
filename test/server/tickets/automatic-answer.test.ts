import { describe, expect, it } from 'vitest'
import { type ChannelName, channelNames } from '../../../server/protocol/channel.ts'
import { type AnswerFacts, automaticAnswer, mostMailsAnHour } from '../../../server/tickets/automatic-answer.ts'
import { type Arrival, receive } from '../../../server/tickets/receive.ts'
import { aTicket } from './a-ticket.ts'
import { arrival, hour, monday } from './an-arrival.ts'

type Given = Partial<Omit<AnswerFacts, 'sender' | 'settings' | 'landing'>> & {
  sender?: Partial<AnswerFacts['sender']>
  settings?: Partial<AnswerFacts['settings']>
  arrival?: Partial<Arrival>
}

/** What a first message gets by a channel, with everything switched on. */
const answer = (channel: ChannelName, given: Given = {}) =>
  automaticAnswer(
    {
      answersWriter: true,
      consent: 'never',
      wasSpam: false,
      lastAgentAt: null,
      mailsAnswered: 0,
      ...given,
      landing: receive(arrival({ channel, ...given.arrival })),
      sender: {
        channel,
        address: 'ada@customer.example',
        automatic: false,
        blocked: false,
        spam: false,
        lastAnswerAt: null,
        ...given.sender,
      },
      settings: {
        autoresponder: { audience: 'everybody', text: 'Text of {{organization}}' },
        acknowledgement: { on: true, text: 'Mail of {{organization}}' },
        organization: 'Birch',
        email: null,
        ownAddresses: ['support@shop.example'],
        ...given.settings,
      },
    },
    monday,
  )

describe('automatic answers', () => {
  it('W-8a, M-2a each channel has its own, and the networks’ accounts have none', () => {
    const all = Object.fromEntries(channelNames.map((channel) => [channel, answer(channel)]))
    expect(all).toEqual({
      web_chat: { text: 'We are here.', kind: 'during' },
      email: { text: 'Mail of Birch', kind: null },
      sms: { text: 'Text of Birch', kind: null },
      whatsapp: null,
      instagram: null,
      messenger: null,
    })
  })

  it.each(channelNames)('P-5a never to machines, blocked senders or spam, by %s', (channel) => {
    expect(answer(channel, { sender: { automatic: true } })).toEqual({ refused: 'automatic' })
    expect(answer(channel, { sender: { blocked: true } })).toEqual({ refused: 'blocked' })
    expect(answer(channel, { sender: { spam: true } })).toEqual({ refused: 'spam' })
  })

  it('S14, P-5a mails are acknowledged only so often an hour, whoever they say they come from', () => {
    expect(answer('email', { mailsAnswered: mostMailsAnHour - 1 })).toMatchObject({ text: 'Mail of Birch' })
    expect(answer('email', { mailsAnswered: mostMailsAnHour })).toEqual({ refused: 'too_many' })
    expect(answer('sms', { mailsAnswered: mostMailsAnHour })).toMatchObject({ text: 'Text of Birch' })
    expect(answer('email', { mailsAnswered: mostMailsAnHour, sender: { blocked: true } })).toEqual({
      refused: 'blocked',
    })
  })

  it('P-5a a mail is acknowledged at most once a sender and day', () => {
    expect(answer('email', { sender: { lastAnswerAt: monday - 24 * hour + 1 } })).toEqual({
      refused: 'answered_lately',
    })
    expect(answer('email', { sender: { lastAnswerAt: monday - 24 * hour } })).toMatchObject({ text: 'Mail of Birch' })
  })

  it('P-5 only a mail that opens a ticket is acknowledged, and only to whoever wrote it', () => {
    const ticket = aTicket({ channel: 'email' })
    expect(answer('email', { arrival: { live: ticket } })).toBeNull()
    expect(answer('email', { arrival: { closed: { ...ticket, status: 'closed' } } })).toBeNull()
    expect(answer('email', { arrival: { live: ticket, stranger: true } })).toBeNull()
    expect(answer('email', { answersWriter: false })).toBeNull()
  })

  it('P-5 no acknowledgement unless it is switched on and has words that can be sent', () => {
    for (const acknowledgement of [
      { on: false, text: 'Mail' },
      { on: true, text: ' \n' },
      { on: true, text: 'Write to {{email}}' },
    ]) {
      expect(answer('email', { settings: { acknowledgement } })).toBeNull()
    }
  })

  it('M-2b, M-2c, S-8b the autoresponder keeps its own rules', () => {
    expect(answer('sms', { lastAgentAt: monday - hour })).toBeNull()
    expect(answer('sms', { sender: { lastAnswerAt: monday - hour } })).toBeNull()
    expect(answer('sms', { consent: 'stopped' })).toBeNull()
    expect(answer('sms', { wasSpam: true })).toBeNull()
  })
})
