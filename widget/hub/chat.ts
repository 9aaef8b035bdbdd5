import { computed, effect, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { FromCustomer, HoursNow, ToCustomer } from '../../server/protocol/customer-events.ts'
import type { Entry } from '../thread/layout.ts'
import { createLink, type LinkState } from '../thread/link.ts'
import { createOutbox, type Outbox } from '../thread/outbox.ts'
import { createThread, type Thread } from '../thread/thread.ts'
import { createTyping, type Typing } from '../thread/typing.ts'
import type { World } from '../thread/world.ts'
import { type Asks, createAsks } from './asks.ts'
import { personOf, type Person } from './person.ts'

/** The web chat at the end of the screen: running, ended, or not begun yet (`ticket` null). */
export type Conversation = {
  readonly ticket: Signal<string | null>
  readonly ended: ReadonlySignal<boolean>
  readonly thread: Thread
}

export type Chat = Asks & {
  readonly state: ReadonlySignal<LinkState>
  /** The desk has answered: what stands here is what there is. */
  readonly ready: ReadonlySignal<boolean>
  readonly current: ReadonlySignal<Conversation>
  /** W-6: an ended conversation stays readable above the one that followed it, until reload or `startNew`. */
  readonly past: ReadonlySignal<readonly Entry[]>
  readonly hours: ReadonlySignal<HoursNow | null>
  /** W-2 */
  readonly on: ReadonlySignal<boolean>
  readonly draft: Signal<string>
  /** W-13: does an answer sound? Not until somebody wants it to. */
  readonly sound: Signal<boolean>
  /** Picked for the next message. */
  readonly files: Signal<readonly File[]>
  readonly outbox: Outbox
  readonly typing: Typing
  readonly person: Person
  readonly world: World
  hurry: () => void
  /** Forgets a message that was not sent, by hand. */
  discard: (id: string) => void
  /** Ends the running conversation. Answers whether that worked. */
  end: () => Promise<boolean>
  startNew: () => void
  dispose: () => void
}

export type ChatParts = {
  /** Where the desk is; ends with a slash. */
  base: string
  /** The token at hand, and how to get the next one. */
  identity: string
  renew: () => Promise<string | null>
  /** A renewed token was refused, too. */
  stale?: () => void
  person: Person
  world: World
  connect?: typeof createLink<FromCustomer, ToCustomer>
}

const soundKey = 'customer-hub:sound'

/** The shopper's side of web chat: one connection, one outbox, one conversation at a time. */
export function createChat({
  base,
  identity,
  renew,
  stale = () => {},
  person,
  world,
  connect = createLink,
}: ChatParts): Chat {
  const hours = signal<HoursNow | null>(null)
  const on = signal(true)
  const ready = signal(false)
  const past = signal<readonly Entry[]>([])
  /** Tickets that are over for this page: what still comes for them is not shown again (W-6). */
  const over = new Set<string | null>()
  /** Of every conversation that this page has held, the newest last. */
  const holds = new Map<string, string>()
  let held: string | null = identity
  let cancelHours = () => {}
  /** Counts what is told beside the threads: an answer that was asked for before it may be older. */
  let told = 0

  async function token() {
    const given = held ?? (await renew())
    held = null
    // Somebody else signed in meanwhile: their token must not carry this shopper's words.
    return personOf(given)?.id === person.id ? given : null
  }
  const link = connect({ url: new URL(base).origin, path: '/socket/customer', world, token, stale })
  const asks = createAsks({
    link,
    base,
    token,
    holds,
    current: () => ({ ticket: current.peek().ticket.peek() ?? '', hold: current.peek().hold }),
  })
  // Half a sentence outlives the step to the shop's next page.
  const draftKey = `customer-hub:draft:${person.id}`
  const draft = signal(world.store.read(draftKey) ?? '')
  const endDraft = effect(() => world.store[draft.value ? 'write' : 'remove'](draftKey, draft.value))
  const sound = signal(!!world.store.read(soundKey))
  const endSound = effect(() => world.store[sound.value ? 'write' : 'remove'](soundKey, '1'))
  const outbox = createOutbox({
    scope: `shopper:${person.id}`,
    live: () => link.state.peek() === 'online',
    world,
    async send(id, text, _via, carried) {
      const answer = carried ? await asks.sendFiles(id, text) : await link.ask('message.send', { id, text })
      // Entries before this one that are not here yet are on their way, or lost.
      if (answer.ok) adopt(answer.ticket, answer.hold)?.thread.tail(answer.n - 1)
      return answer
    },
  })

  const files = signal<readonly File[]>([])

  /** `hold` lets this page fetch what it misses after the end (W-6); it lives in memory only. */
  function begin(ticketNow: string | null = null, hold = '') {
    const ticket = signal(ticketNow)
    const closed = signal(false)
    const thread = createThread({
      outbox,
      me: 'customer',
      world,
      io: {
        async sync(after) {
          const before = told
          const answer = await link.ask('conversation.sync', { ticket: ticket.peek(), after, hold: begun.hold })
          if (answer.ok) {
            if (before === told) {
              tellHours(answer.hours)
              if (answer.conversation) asks.left.value = answer.left
            }
            if (answer.conversation) {
              ticket.value = answer.conversation.ticket
              closed.value = answer.conversation.closed
              keepHold(begun, answer.conversation.hold)
              thread.seenBefore(answer.conversation.seen)
            }
          } else if (ticket.peek() && !answer.retry && link.state.peek() === 'online') {
            // This page may not fetch it any more: what stands here is all there will be.
            closed.value = true
          }
          return answer
        },
        older: (before) => link.ask('conversation.older', { ticket: ticket.peek() ?? '', before, hold: begun.hold }),
        seen: async (n) => (await link.ask('message.seen', { ticket: ticket.peek() ?? '', n })).ok,
      },
    })
    const ended = computed(() => closed.value || thread.status.value === 'closed')
    const begun = { ticket, closed, ended, thread, hold }
    return begun
  }
  const current = signal(begin())

  function keepHold(of: ReturnType<typeof begin>, hold: string) {
    of.hold = hold
    holds.set(of.ticket.peek() ?? '', hold)
  }

  /** The conversation of a running ticket; one that is new here follows the current one. */
  function adopt(ticket: string, hold?: string) {
    if (over.has(ticket)) return null
    const before = current.peek()
    const known = before.ticket.peek()
    if (known === null) before.ticket.value = ticket
    else if (known !== ticket) {
      // Words on their way follow into the new one.
      const said = before.thread.entries.peek().filter((entry) => entry.kind !== 'group' || entry.bubbles[0]?.n)
      past.value = [...past.peek(), ...said]
      leave(begin(ticket))
    }
    const now = current.peek()
    keepHold(now, hold ?? now.hold)
    if (known !== ticket) void now.thread.resume()
    return now
  }

  function leave(next: ReturnType<typeof begin>) {
    over.add(current.peek().ticket.peek())
    over.delete(null)
    current.peek().thread.dispose()
    current.value = next
  }

  function tellHours(now: HoursNow | null) {
    hours.value = now
    cancelHours()
    if (!now?.changesAt) return
    // The desk's answer is good until then; an hour at most, so that a changed setting arrives too.
    const wait = Math.min(Math.max(now.changesAt - world.now(), 1_000), 3_600_000)
    cancelHours = world.after(wait, () => void current.peek().thread.resume())
  }

  /**
   * What the current conversation missed, then whether another one has begun elsewhere, then what waits to be sent.
   * Answers whether the desk has said all that.
   */
  async function resume(): Promise<boolean> {
    const { thread, ended } = current.peek()
    await thread.resume()
    let ok = !thread.problem.peek()
    if (ok) ready.value = true
    if (ended.peek()) {
      const answer = await link.ask('conversation.sync', { ticket: null, after: 0 })
      if (answer.ok && answer.conversation) adopt(answer.conversation.ticket, answer.conversation.hold)
      ok &&= answer.ok
    }
    outbox.wake()
    return ok
  }

  /**
   * The thread of a ticket that the desk speaks of. One that is not here has begun elsewhere, or is an old one that has
   * ended: only asking for what runs now tells which.
   */
  function threadOf(ticket: string): Thread | null {
    const { ticket: now, thread } = current.peek()
    if (now.peek() === ticket) return thread
    if (over.has(ticket)) return null
    void resume().then((ok) => {
      if (ok && current.peek().ticket.peek() !== ticket) over.add(ticket)
    })
    return null
  }

  link.on('thread.event', ({ ticket, event }) => threadOf(ticket)?.apply(event))
  link.on('thread.tail', ({ ticket, last }) => threadOf(ticket)?.tail(last))
  link.on('typing', ({ ticket, name, on: typing }) => threadOf(ticket)?.typed(typing ? (name ?? '') : null))
  link.on('chat.visible', (visible) => {
    told++
    on.value = visible.on
    tellHours(visible.hours)
  })
  link.on('address.left', ({ email }) => {
    told++
    asks.left.value = email
  })

  // W-11
  const tellPresence = () => link.tell('presence', { visible: !document.hidden })
  document.addEventListener('visibilitychange', tellPresence)
  link.onOnline(() => {
    // Else the desk would not have let this page in.
    on.value = true
    tellPresence()
    void resume()
  })

  return {
    ...asks,
    state: link.state,
    ready,
    current,
    past,
    hours,
    on: computed(() => on.value && link.refusal.value !== 'chat_off'),
    draft,
    sound,
    files,
    outbox,
    typing: createTyping((typing) => link.tell('typing', { on: typing }), world),
    person,
    world,
    hurry: link.hurry,
    discard(id) {
      const carried = outbox.items.peek().find((item) => item.id === id)?.files
      outbox.discard(id)
      if (carried) void import('./later/upload.ts').then(({ forgetFiles }) => forgetFiles(id)).catch(() => {})
    },
    async end() {
      const { ticket, closed } = current.peek()
      const { ok } = await link.ask('conversation.end', { ticket: ticket.peek() ?? '' })
      if (ok) closed.value = true
      return ok
    },
    startNew() {
      past.value = []
      leave(begin())
      void current.peek().thread.resume()
    },
    dispose() {
      cancelHours()
      endDraft()
      endSound()
      document.removeEventListener('visibilitychange', tellPresence)
      current.peek().thread.dispose()
      outbox.dispose()
      link.close()
    },
  }
}
