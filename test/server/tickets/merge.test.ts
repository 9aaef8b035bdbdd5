import { describe, expect, it } from 'vitest'
import { type Merging, mayMerge, mergeTickets } from '../../../server/tickets/merge.ts'
import { aTicket } from './a-ticket.ts'

const ticket = (id: string, createdAt: number, given: Partial<Merging> = {}): Merging => ({
  ...aTicket({ channel: 'sms', id, ...given }),
  createdAt,
})
const shut = { status: 'closed', snoozedUntil: null, unread: false }

describe('two customers made one', () => {
  it.each(['sms', 'whatsapp'] as const)(
    'T-3b, T-4b the older live %s ticket stays, the younger is closed and linked',
    (channel) => {
      const tickets = [ticket('young', 2, { channel }), ticket('old', 1, { channel })]
      expect(mergeTickets(tickets)).toEqual([{ keep: 'old', set: null, linked: [{ ticket: 'young', set: shut }] }])
    },
  )

  it('T-3b a live one stays before an older closed one', () => {
    const tickets = [ticket('old', 1, { status: 'closed' }), ticket('live', 2)]
    expect(mergeTickets(tickets)).toEqual([{ keep: 'live', set: null, linked: [{ ticket: 'old', set: null }] }])
  })

  it('T-3b of two closed ones the older stays, and nothing opens', () => {
    const tickets = [ticket('young', 2, { status: 'closed' }), ticket('old', 1, { status: 'closed' })]
    expect(mergeTickets(tickets)).toEqual([{ keep: 'old', set: null, linked: [{ ticket: 'young', set: null }] }])
  })

  it('T-3b who waits in the younger waits in the older: it is open, and unread', () => {
    const snoozed = ticket('old', 1, { status: 'snoozed', snoozedUntil: 9 })
    const [unread, read] = [ticket('young', 2, { unread: true }), ticket('young', 2)]
    expect(mergeTickets([snoozed, unread])[0]?.set).toEqual({ status: 'open', snoozedUntil: null, unread: true })
    expect(mergeTickets([snoozed, read])[0]?.set).toEqual({ status: 'open', snoozedUntil: null, unread: false })
    expect(mergeTickets([ticket('old', 1), unread])[0]?.set).toMatchObject({ unread: true })
    const asleep = ticket('young', 2, { status: 'snoozed', snoozedUntil: 5 })
    expect(mergeTickets([snoozed, asleep])[0]).toMatchObject({ keep: 'old', set: null })
  })

  it('T-3b a clean one stays before an older one in Spam', () => {
    const spam = ticket('spam', 1, { spam: true, unread: true })
    expect(mergeTickets([spam, ticket('clean', 2)])).toMatchObject([{ keep: 'clean', set: null }])
    expect(mergeTickets([spam, ticket('clean', 2, { status: 'closed' })])).toMatchObject([{ keep: 'clean', set: null }])
  })

  it('T-3b made at the same moment, they are told apart the same way every time', () => {
    const [a, b] = [ticket('a', 1), ticket('b', 1)]
    expect([mergeTickets([a, b]), mergeTickets([b, a])].map(([one]) => one?.keep)).toEqual(['a', 'a'])
  })

  it('T-1a two live web chats become one, closed ones are conversations of their own', () => {
    const chat = (id: string, at: number, given = {}) => ticket(id, at, { channel: 'web_chat', ...given })
    const tickets = [chat('done', 1, { status: 'closed' }), chat('young', 3), chat('old', 2)]
    expect(mergeTickets(tickets)).toMatchObject([{ keep: 'old', linked: [{ ticket: 'young' }] }])
    expect(mergeTickets(tickets.slice(0, 2))).toEqual([])
  })

  it.each(['email', 'instagram', 'messenger'] as const)(
    'T-8a %s: threads and accounts stay side by side',
    (channel) => {
      expect(mergeTickets([ticket('a', 1, { channel }), ticket('b', 2, { channel })])).toEqual([])
    },
  )

  it('T-8a tickets of different channels stay side by side', () => {
    expect(mergeTickets([ticket('a', 1), ticket('b', 2, { channel: 'whatsapp' })])).toEqual([])
  })
})

it('T-3b, T-6b a visitor is nobody’s record, and two customers of the shop are two', () => {
  const [shop, stranger] = [
    { visitor: false, shopId: 'tw-1' },
    { visitor: false, shopId: null },
  ]
  expect(mayMerge(shop, stranger)).toBe(true)
  expect(mayMerge(stranger, stranger)).toBe(true)
  expect(mayMerge(shop, { visitor: false, shopId: 'tw-2' })).toBe(false)
  expect(mayMerge(stranger, { visitor: true, shopId: null })).toBe(false)
})
