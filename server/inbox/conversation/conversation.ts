import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Outbox } from '../../../widget/thread/outbox.ts'
import { createThread, type Thread } from '../../../widget/thread/thread.ts'
import type { World } from '../../../widget/thread/world.ts'
import type { ToAgent } from '../../protocol/agent-events.ts'
import type { MarketingEntry } from '../../protocol/marketing.ts'
import type { ThreadEvent } from '../../protocol/thread.ts'
import type { CustomerCard, TicketRow } from '../../protocol/ticket.ts'
import type { Writing } from '../../protocol/writings.ts'
import type { DeskLink } from '../desk-link.ts'
import { createHold } from '../hold.ts'
import type { Attached } from './attached.ts'
import { type Carried, drawnOutbox } from './carried.ts'
import { type Deliveries, deliveriesOf } from './deliveries.ts'
import type { CarriedByNote } from './replies.ts'
import { type EnclosedBy, filesOf } from './files.ts'
import { type MailMarks, mailsOf } from './mails.ts'

/** The ticket on the screen: its thread, its row and its customer, kept live. */
export type Conversation = {
  ticket: string
  thread: Thread
  outbox: Outbox<Carried>
  /** notes on their way. */
  notes: Outbox<CarriedByNote>
  /** files picked for an answer. */
  attached: Attached
  row: ReadonlySignal<TicketRow | null>
  customer: ReadonlySignal<CustomerCard | null>
  /** what became of the messages that left the house. */
  deliveries: ReadonlySignal<Deliveries>
  /** Which of its messages are mails. */
  mails: ReadonlySignal<MailMarks>
  /** M-5: what came with its messages. */
  enclosed: ReadonlySignal<EnclosedBy>
  /** Colleagues who are writing a reply to it. */
  colleagues: ReadonlySignal<ReadonlyMap<string, string>>
  /** D-2: campaign and flow messages of the customer, as far back as the thread is loaded. */
  marketing: ReadonlySignal<readonly MarketingEntry[]>
  /** The end of the thread stands on the screen; set by whoever scrolls it. */
  atEnd: Signal<boolean>
  hear(e: EventOf<'thread.event'>): void
  heardMarketing(e: EventOf<'marketing.changed'>): void
  tail(e: EventOf<'thread.tail'>): void
  heardTyping(e: EventOf<'typing'>): void
  change(row: TicketRow): void
  presence(customer: string, online: boolean): void
  /** Their card says something else now. */
  customerChanged(customer: string): void
  /** says that I write here, or have stopped. */
  typing(on: boolean, what?: Writing): void
  dispose(): void
}

type EventOf<K extends keyof ToAgent> = Parameters<ToAgent[K]>[0]
type Parts = {
  ticket: string
  link: DeskLink
  outbox: Outbox<Carried>
  notes: Outbox<CarriedByNote>
  attached: Attached
  world: World
  visible: ReadonlySignal<boolean>
  colleagues: ReadonlySignal<ReadonlyMap<string, string>>
}

/** nobody knows a mail address. */
const lacksAddress = ({ reply }: TicketRow) => reply.offered.some(({ refused }) => refused === 'no_address')

/** Opens a ticket: reads it, follows it, and says truthfully what was seen of it (S-3, R-13). */
export function createConversation({
  ticket,
  link,
  outbox,
  notes,
  attached,
  world,
  visible,
  colleagues,
}: Parts): Conversation {
  const row = signal<TicketRow | null>(null)
  const customer = signal<CustomerCard | null>(null)
  const marketing = signal<readonly MarketingEntry[]>([])
  const atEnd = signal(true)
  /** Of row and customer; the thread's own entries have numbers. */
  const hold = createHold()
  /** The row's last entry when it was last reported as read. */
  let readAt = -1
  let asked: { first: number | undefined; earlier: boolean } = { first: undefined, earlier: false }

  const thread = createThread({
    me: 'agent',
    outbox: drawnOutbox(outbox),
    world,
    io: {
      sync: (after) =>
        hold.while(
          () => link.ask('ticket.open', { ticket, after }),
          (answer) => {
            if (!answer.ok) return
            const first = row.peek() === null
            row.value = answer.row
            customer.value = answer.customer
            if (first && answer.row.unread) markNew(answer.events)
            else if (first && !visible.peek()) thread.newAfter.value = answer.events.at(-1)?.n ?? null
          },
        ),
      older: (before) => link.ask('ticket.older', { ticket, before }),
      seen: async (n) => (await link.ask('ticket.read', { ticket, n })).ok,
    },
  })

  /** The line "New" stands before what nobody of the team had seen when the ticket was opened. */
  function markNew(events: readonly ThreadEvent[]) {
    let seen = (events[0]?.n ?? 1) - 1
    for (const event of events) if (event.type === 'seen' && event.by === 'agent') seen = Math.max(seen, event.upTo)
    thread.newAfter.value = seen
  }

  // What comes while nobody looks is new to whoever looks again.
  const watchAway = effect(() => {
    if (!visible.value && thread.last.peek() > 0) thread.newAfter.value = thread.last.peek()
  })

  const watchRead = effect(() => {
    const theirs = thread.lastTheirs.value
    const now = row.value
    if (!visible.value || !atEnd.value || thread.last.value === 0) return
    if (thread.unread.peek() > 0) thread.seen(theirs)
    // A snooze that ended is unread without a new message (S-1). Unread by hand brings no new entry: left alone.
    else if (now?.unread && now.last > readAt) void link.ask('ticket.read', { ticket, n: thread.last.peek() })
    readAt = now?.last ?? readAt
  })

  // What stands in the thread is on its way no more.
  const watchNotes = effect(() => {
    notes.settle(thread.events.value.flatMap((event) => (event.type === 'note' ? [event.id] : [])))
  })

  async function readMarketing(first: number | undefined, earlier: boolean) {
    if (first === undefined || (row.peek()?.channel ?? 'web_chat') === 'web_chat') return
    // A thread that is loaded to its beginning shows what was sent before it, too.
    const answer = await link.ask('ticket.marketing', { ticket, from: earlier ? first : 0 })
    if (answer.ok) marketing.value = answer.messages
  }
  const watchMarketing = effect(() => {
    const first = thread.events.value[0]?.at
    const { value: earlier } = thread.earlier
    if (first !== asked.first || earlier !== asked.earlier) void readMarketing(first, earlier)
    asked = { first, earlier }
  })

  function change(changed: TicketRow) {
    const before = row.peek()
    if (changed.id !== ticket || !before) return
    row.value = changed
    // The customer has written one in the chat: their card says which.
    if (lacksAddress(before) && !lacksAddress(changed)) void thread.resume()
    const card = customer.peek()
    // Two records of a person were made one (T-3).
    if (card && card.id !== changed.customer.id) void thread.resume()
    if (card && card.blocked !== changed.customer.blocked)
      customer.value = { ...card, blocked: changed.customer.blocked }
  }
  function presence(id: string, online: boolean) {
    const now = row.peek()
    if (now?.customer.id !== id) return
    row.value = { ...now, customer: { ...now.customer, online } }
    const card = customer.peek()
    if (card) customer.value = { ...card, online }
    // By presence the desk proposes another way to answer.
    if (now.reply.offered.length > 1) void thread.resume()
  }

  // Without a connection the next connect does it.
  if (link.state.peek() === 'online') void thread.resume()
  return {
    ticket,
    thread,
    outbox,
    notes,
    attached,
    row,
    customer,
    deliveries: computed(() => deliveriesOf(thread.events.value)),
    mails: computed(() => mailsOf(thread.events.value)),
    enclosed: computed(() => filesOf(thread.events.value)),
    colleagues,
    atEnd,
    marketing,
    heardMarketing(e) {
      if (e.ticket === ticket) void readMarketing(asked.first, asked.earlier)
    },
    hear: (e) => {
      if (e.ticket === ticket) thread.apply(e.event)
    },
    tail: (e) => {
      if (e.ticket === ticket) thread.tail(e.last)
    },
    heardTyping(e) {
      if (e.ticket === ticket) thread.typed(e.on ? e.name : null)
    },
    change: (changed) => hold.hear(() => change(changed)),
    customerChanged(id) {
      if (row.peek()?.customer.id === id) void thread.resume()
    },
    presence: (id, online) => hold.hear(() => presence(id, online)),
    typing: (on, what = 'reply') => link.tell('typing', { ticket, on, what }),
    dispose() {
      watchAway()
      watchMarketing()
      watchNotes()
      watchRead()
      thread.dispose()
    },
  }
}
