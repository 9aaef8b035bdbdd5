import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Arrival, receive } from '../../../server/tickets/receive.ts'
import { mayReply, replied } from '../../../server/tickets/reply.ts'
import { close, end, markRead, markUnread, reopen, snooze, snoozeEnded, wake } from '../../../server/tickets/status.ts'
import type { Change, Refusal, TicketState } from '../../../server/tickets/ticket.ts'
import { automatic, aTicket } from './a-ticket.ts'

const acts = [
  'message',
  'message',
  'message',
  'close',
  'end',
  'reopen',
  'snooze',
  'wake',
  'due',
  'read',
  'unread',
  'reply',
  'block',
  'unblock',
] as const
type Act = (typeof acts)[number]
type Step = { act: Act; pick: number; watched: boolean }

/** One shopper's web chats, carried through a history by the rules alone, as the desk would. */
type Shop = { tickets: TicketState[]; blocked: boolean; now: number }

const live = (tickets: TicketState[]) => tickets.filter((ticket) => ticket.status !== 'closed')

function step(shop: Shop, { act, pick, watched }: Step): void {
  shop.now += 60_000
  const { tickets, now, blocked } = shop
  const index = tickets.length === 0 ? -1 : pick % tickets.length
  const ticket = tickets[index]
  const apply = (change: Change | Refusal | null): void => {
    if (ticket && change && !('refused' in change)) tickets[index] = { ...ticket, ...change }
  }
  if (act === 'block') {
    shop.blocked = true
    shop.tickets = tickets.map((t) => ({ ...t, ...close(t) }))
  } else if (act === 'unblock') shop.blocked = false
  else if (act === 'message') arrive(shop, watched)
  else if (!ticket) return
  else if (act === 'close') apply(close(ticket))
  else if (act === 'end') apply(end(ticket))
  else if (act === 'reopen') apply(reopen(ticket, live(tickets).length > 0))
  else if (act === 'snooze') apply(snooze(ticket, now + 1 + pick * 60_000, now))
  else if (act === 'wake') apply(wake(ticket))
  else if (act === 'due') apply(snoozeEnded(ticket, now))
  else if (act === 'read') apply(markRead(ticket))
  else if (act === 'unread') apply(markUnread(ticket))
  else if (act === 'reply') apply(mayReply(ticket, { blocked }) ?? replied(ticket))
}

function arrive(shop: Shop, watched: boolean): void {
  const { tickets, blocked, now } = shop
  const open = live(tickets)[0] ?? null
  const closed = tickets.findLast((ticket) => ticket.status === 'closed') ?? null
  const arrival: Arrival = {
    channel: 'web_chat',
    text: 'Hi',
    blocked,
    live: open,
    closed,
    watched,
    automatic: automatic(),
    now,
  }
  const landing = receive(arrival)
  const id = `t${tickets.length}`
  switch (landing.ticket) {
    case 'join':
      shop.tickets = tickets.map((ticket) => (ticket === open ? { ...ticket, ...landing.set } : ticket))
      break
    case 'reopen':
      shop.tickets = tickets.map((ticket) => (ticket === closed ? { ...ticket, ...landing.set } : ticket))
      break
    case 'new':
      tickets.push(aTicket({ id, ...landing.set }))
      break
    case 'born_closed':
      tickets.push(aTicket({ id, status: 'closed' }))
      break
    case 'append':
    case 'spam':
      break
  }
}

const histories = fc.array(
  fc.record({ act: fc.constantFrom(...acts), pick: fc.nat({ max: 9 }), watched: fc.boolean() }),
  { minLength: 1, maxLength: 60, size: 'max' },
)

/** Runs the history and calls `check` after each step with the tickets before and after it. */
function run(history: Step[], check: (before: TicketState[], after: TicketState[], step: Step) => void): void {
  const shop: Shop = { tickets: [], blocked: false, now: 0 }
  for (const one of history) {
    const before = [...shop.tickets]
    step(shop, one)
    check(before, shop.tickets, one)
  }
}

it('W-6b no closed web chat is ever live again, whatever happens', () => {
  fc.assert(
    fc.property(histories, (history) =>
      run(history, (before, after) => {
        for (const ticket of before) {
          if (ticket.status !== 'closed') continue
          expect(after.find(({ id }) => id === ticket.id)?.status).toBe('closed')
        }
      }),
    ),
    { seed: 1, numRuns: 500 },
  )
})

it('T-1a a shopper never has two live web chats', () => {
  fc.assert(
    fc.property(histories, (history) =>
      run(history, (_before, after) => expect(live(after).length).toBeLessThanOrEqual(1)),
    ),
    { seed: 2, numRuns: 500 },
  )
})

it('S-1a a ticket has a moment to wake at exactly while it is snoozed', () => {
  fc.assert(
    fc.property(histories, (history) =>
      run(history, (_before, after) => {
        for (const ticket of after) expect(ticket.snoozedUntil !== null).toBe(ticket.status === 'snoozed')
      }),
    ),
    { seed: 3, numRuns: 500 },
  )
})

it('S-9b while the customer is blocked, a message makes nothing live or unread', () => {
  fc.assert(
    fc.property(histories, (history) => {
      let blocked = false
      run(history, (before, after, { act }) => {
        if (act === 'block' || act === 'unblock') blocked = act === 'block'
        if (!blocked || act !== 'message') return
        expect(live(after)).toEqual([])
        expect(after.filter((ticket) => ticket.unread).length).toBe(before.filter((ticket) => ticket.unread).length)
      })
    }),
    { seed: 4, numRuns: 500 },
  )
})
