import { describe, expect, it } from 'vitest'
import { channelNames } from '../../../server/protocol/channel.ts'
import { noOwnWords } from '../../../server/tickets/keywords.ts'
import { type KnownTicket, type Question, whatWouldHappen } from '../../../server/tickets/what-would-happen.ts'
import { automatic, aTicket } from './a-ticket.ts'
import { hour, minute, monday } from './an-arrival.ts'

type Given = Partial<Pick<Question, 'channel' | 'tickets'>> & {
  person?: Partial<Question['person']>
  message?: Partial<Question['message']>
  settings?: Partial<Question['settings']>
}

/** A known customer, fully subscribed and offline, writes a clean message into the thread `k`. */
function ask({ channel = 'sms', tickets = [], person, message, settings }: Given = {}) {
  return whatWouldHappen({
    channel,
    tickets,
    person: {
      known: true,
      blocked: false,
      consent: 'marketing',
      online: false,
      hasEmail: true,
      anotherLive: false,
      lastActionAt: null,
      lastAgentAt: null,
      lastAnswerAt: null,
      mailsAnswered: 0,
      ...person,
    },
    message: {
      text: 'Where is my parcel?',
      threadKey: 'k',
      address: 'ada@example.com',
      spam: false,
      automatic: false,
      stranger: false,
      ...message,
    },
    settings: {
      ownWords: noOwnWords,
      providerAnswersKeywords: false,
      autoresponder: { audience: 'everybody', text: 'Hi from {{organization}}' },
      acknowledgement: { on: false, text: '' },
      organization: 'Birch',
      email: null,
      ownAddresses: ['support@shop.example'],
      officeHours: automatic(),
      ...settings,
    },
    now: monday,
  })
}

const known = (given: Partial<KnownTicket> = {}): KnownTicket => ({
  ...aTicket({ channel: 'sms', ...given }),
  threadKey: 'k',
  createdAt: monday - hour,
  ...given,
})

describe('what would happen', () => {
  it.each([
    ['web_chat', 'T-1', 'new'],
    ['email', 'T-2', 'reopen'],
    ['sms', 'T-3', 'reopen'],
    ['whatsapp', 'T-4', 'reopen'],
    ['instagram', 'T-5', 'new'],
    ['messenger', 'T-6', 'new'],
  ] as const)('T-1, T-2, T-3, T-4, T-5 and T-6 %s names %s', (channel, rule, ticket) => {
    expect(ask({ channel })).toMatchObject({
      because: { rule, found: 'nothing', ticket: null },
      outcome: { ticket: 'new' },
    })
    expect(ask({ channel, tickets: [known({ channel })] })).toMatchObject({
      because: { rule, found: 'live', ticket: 't1' },
      outcome: { ticket: 'join' },
    })
    expect(ask({ channel, tickets: [known({ channel, status: 'closed' })] })).toMatchObject({
      because: { rule, found: 'closed', ticket: 't1' },
      outcome: { ticket },
    })
  })

  it('T-8a tickets of other channels and threads are not found', () => {
    const tickets = [known({ channel: 'whatsapp' }), known({ threadKey: 'another' })]
    expect(ask({ tickets })).toMatchObject({ because: { found: 'nothing' }, outcome: { ticket: 'new' } })
    expect(ask({ tickets: [known({ channel: 'web_chat' })] })).toMatchObject({ because: { found: 'nothing' } })
  })

  it.each(channelNames)('T-11a an unknown sender on %s', (channel) => {
    expect(ask({ channel, person: { known: false } }).customer).toBe(channel === 'messenger' ? 'none' : 'created')
    expect(ask({ channel }).customer).toBe('joins')
  })

  it('S-9b a blocked person: the newest closed ticket of the channel, and no answer of any kind', () => {
    const tickets = [
      known({ id: 'old', status: 'closed', threadKey: 'x', createdAt: 1 }),
      known({ id: 'new', status: 'closed', threadKey: 'y', createdAt: 2 }),
    ]
    expect(ask({ tickets, person: { blocked: true } })).toMatchObject({
      because: { rule: 'S-9', found: 'blocked', ticket: 'new' },
      outcome: { ticket: 'append' },
      automatic: { refused: 'blocked' },
      reply: { offered: [{ channel: 'sms', answer: { refused: 'customer_blocked' } }] },
    })
    expect(ask({ person: { blocked: true } }).outcome).toEqual({ ticket: 'born_closed' })
  })

  it('S-8a spam goes to Spam; S-8c what clears a ticket gets no late answer', () => {
    expect(ask({ message: { spam: true } })).toMatchObject({
      because: { rule: 'S-8', found: 'spam', ticket: null },
      outcome: { ticket: 'spam', to: 'new' },
      automatic: { refused: 'spam' },
    })
    expect(ask({ tickets: [known({ spam: true })] })).toMatchObject({ outcome: { ticket: 'join' }, automatic: null })
  })

  it('M-1a a keyword: its effect, no ticket, and what an agent may do afterwards', () => {
    expect(ask({ message: { text: ' stop ' }, tickets: [known()] })).toMatchObject({
      because: { rule: 'M-1', found: 'keyword', ticket: 't1' },
      outcome: { ticket: 'none', keyword: 'stop', consent: 'stopped', answer: 'stop', line: 't1' },
      automatic: null,
      reply: { offered: [{ answer: { refused: 'opted_out' } }] },
    })
    expect(ask({ message: { text: 'help' }, tickets: [known({ status: 'closed' })] })).toMatchObject({
      outcome: { line: null },
      reply: { chosen: 'sms' },
    })
    expect(ask({ message: { text: 'help' } }).reply).toBeNull()
    expect(ask({ channel: 'email', message: { text: 'stop' } }).outcome).toMatchObject({ ticket: 'new' })
  })

  it('M-2a the autoresponder answers an SMS, M-2b not twice', () => {
    expect(ask().automatic).toEqual({ text: 'Hi from Birch' })
    expect(ask({ person: { lastAnswerAt: monday - minute } }).automatic).toBeNull()
    expect(ask({ person: { lastAgentAt: monday - minute } }).automatic).toBeNull()
  })

  it('W-8a the office hours answer a web chat', () => {
    expect(ask({ channel: 'web_chat' }).automatic).toEqual({ text: 'We are here.' })
  })

  it.each([
    [{ automatic: true }, 'automatic'],
    [{ address: 'support@shop.example' }, 'own_address'],
  ] as const)('P-5a %o gets none', (message, refused) => {
    expect(ask({ channel: 'email', message }).automatic).toEqual({ refused })
  })

  it('T-2c a stranger in somebody’s thread', () => {
    const tickets = [known({ channel: 'email' })]
    expect(ask({ channel: 'email', tickets, message: { stranger: true } })).toMatchObject({
      because: { rule: 'T-2', found: 'stranger', ticket: 't1' },
      outcome: { ticket: 'new', follows: { ticket: 't1', why: 'stranger' } },
    })
  })

  it('R-7b a mail into a live web chat; R-7c into a closed one', () => {
    const chat = (status: 'open' | 'closed') => [known({ channel: 'web_chat', status })]
    expect(ask({ channel: 'email', tickets: chat('open') })).toMatchObject({
      because: { rule: 'R-7', found: 'live', ticket: 't1' },
      outcome: { ticket: 'join' },
      reply: { offered: [{ channel: 'web_chat' }, { channel: 'email' }], chosen: 'email' },
    })
    expect(ask({ channel: 'email', tickets: chat('closed') })).toMatchObject({
      because: { rule: 'R-7', found: 'chat_over', ticket: 't1' },
      outcome: { ticket: 'new', follows: { why: 'chat_over' } },
      reply: { offered: [{ channel: 'email', answer: { until: null } }] },
    })
  })

  it('R-2a whether an agent may answer, and why not; R-4a until when', () => {
    expect(ask({ person: { consent: 'never' } }).reply?.offered).toEqual([
      { channel: 'sms', answer: { refused: 'no_consent' } },
    ])
    expect(ask({ channel: 'whatsapp' }).reply?.offered).toEqual([
      { channel: 'whatsapp', answer: { until: monday + 24 * hour } },
    ])
  })

  it('says what it says in codes, so that it can travel', () => {
    const answer = ask({ tickets: [known()] })
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
  })
})
