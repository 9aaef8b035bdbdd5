import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals'
import type { ErrorCode, Refused } from '../../server/protocol/errors.ts'
import type { ThreadEvent } from '../../server/protocol/thread.ts'
import { layOut, type Entry, type Seen, type Side } from './layout.ts'
import { applyEvent, applyPage, emptyLog, prepend, type Log } from './merge.ts'
import type { Outbox } from './outbox.ts'
import type { World } from './world.ts'

/** How a thread reaches the server. Hub and inbox implement it over their own events; refusals are values. */
export type ThreadIo = {
  /** What came after entry `after`; 0 asks for the last page. */
  sync: (after: number) => Promise<{ ok: true; events: ThreadEvent[]; earlier: boolean; more: boolean } | Refused>
  /** The page before entry `before`. */
  older: (before: number) => Promise<{ ok: true; events: ThreadEvent[]; earlier: boolean } | Refused>
  /** Everything up to entry `n` was seen here. Answers whether the server has taken note. */
  seen: (n: number) => Promise<boolean>
}

export type Thread = {
  /** What is drawn. */
  readonly entries: ReadonlySignal<readonly Entry[]>
  readonly events: ReadonlySignal<readonly ThreadEvent[]>
  /** Number of the last entry here. */
  readonly last: ReadonlySignal<number>
  /** The last status the thread tells of, if its window holds one. */
  readonly status: ReadonlySignal<'open' | 'snoozed' | 'closed' | null>
  /** Number of the other person's last message, 0 if there is none. */
  readonly lastTheirs: ReadonlySignal<number>
  /** Messages of the other person's beyond the own seen mark. */
  readonly unread: ReadonlySignal<number>
  /** Name of the other side's typing person; falls back to null by itself. */
  readonly typing: ReadonlySignal<string | null>
  /** Older entries exist. */
  readonly earlier: ReadonlySignal<boolean>
  readonly loading: ReadonlySignal<'first' | 'earlier' | null>
  /** Why the last read failed, null once one succeeded. */
  readonly problem: ReadonlySignal<ErrorCode | null>
  /** A line "new" stands before the other side's first message after this entry. */
  readonly newAfter: Signal<number | null>
  /** A live event: applied in order, dropped if known; a gap is filled by itself. */
  apply: (event: ThreadEvent) => void
  /** The heartbeat's number: finds a lost last entry. */
  tail: (last: number) => void
  /** First load and resume in one; call it on every (re)connect. */
  resume: () => Promise<void>
  loadEarlier: () => Promise<void>
  /** The reader saw everything up to entry `n`. Told to the server once, and again after a failure. */
  seen: (n: number) => void
  /** The server's own knowledge of what the reader has seen. */
  seenBefore: (n: number) => void
  typed: (name: string | null) => void
  dispose: () => void
}

export type ThreadParts = { io: ThreadIo; outbox: Pick<Outbox, 'items' | 'settle'>; me: Side; world: World }

/** Somebody who stopped without saying so does not type for ever. */
const typingFades = 8_000

/** One conversation on a screen: the same model for the shopper's drawer and the agents' inbox. */
export function createThread({ io, outbox, me, world }: ThreadParts): Thread {
  const them: Side = me === 'agent' ? 'customer' : 'agent'
  const log = signal<Log>(emptyLog)
  const earlier = signal(false)
  const loading = signal<'first' | 'earlier' | null>(null)
  const problem = signal<ErrorCode | null>(null)
  const typing = signal<string | null>(null)
  const mySeen = signal(0)
  const newAfter = signal<number | null>(null)
  let seenTold = 0
  let running: Promise<void> | null = null
  let again = false
  let failures = 0
  let disposed = false
  let cancelRetry = () => {}
  let cancelFade = () => {}

  const events = computed(() => log.value.events)
  const theirSeen = computed<Seen>(() => {
    let seen: Seen = { upTo: 0, at: 0 }
    for (const event of events.value) {
      if (event.type === 'seen' && event.by === them && event.upTo > seen.upTo) seen = event
    }
    return seen
  })

  function take(next: Log) {
    if (next === log.peek()) return
    const news = next.events.filter((event) => event.n > log.peek().last)
    batch(() => {
      log.value = next
      for (const event of news) {
        if (event.type === 'message' && event.from === them) typed(null)
        if (event.type === 'seen' && event.by === me) seenBefore(event.upTo)
      }
      outbox.settle(news.flatMap((event) => (event.type === 'message' ? [event.id] : [])))
    })
  }

  function seenBefore(n: number) {
    seenTold = Math.max(seenTold, n)
    mySeen.value = Math.max(mySeen.peek(), n)
  }

  function tellSeen() {
    const n = mySeen.peek()
    if (n <= seenTold) return
    const told = seenTold
    seenTold = n
    void io.seen(n).then((ok) => {
      if (!ok && seenTold === n) seenTold = told
    })
  }

  function typed(name: string | null) {
    cancelFade()
    typing.value = name
    if (name !== null) cancelFade = world.after(typingFades, () => typed(null))
  }

  async function catchUp() {
    cancelRetry()
    if (log.peek().last === 0) loading.value = 'first'
    try {
      while (again && !disposed) {
        again = false
        const before = log.peek().last
        const page = await io.sync(before)
        if (disposed) return
        if (!page.ok) return giveWay(page)
        batch(() => {
          failures = 0
          problem.value = null
          if (before === 0 && log.peek().last === 0) earlier.value = page.earlier
          take(applyPage(log.peek(), page.events))
        })
        // Ask on only while it brings something: a wrong `more` must not turn into a storm.
        if (page.more && log.peek().last > before) again = true
      }
      tellSeen()
    } finally {
      running = null
      if (loading.peek() === 'first') loading.value = null
    }
  }

  function giveWay(refused: Refused) {
    problem.value = refused.code
    if (refused.retry) cancelRetry = world.after(Math.min(30_000, 1000 * 2 ** failures++), () => void resume())
  }

  function resume(): Promise<void> {
    again = true
    running ??= catchUp()
    return running
  }

  return {
    entries: computed(() => layOut(events.value, outbox.items.value, me, theirSeen.value, newAfter.value)),
    events,
    last: computed(() => log.value.last),
    status: computed(() => events.value.findLast((event) => event.type === 'status')?.status ?? null),
    lastTheirs: computed(
      () => events.value.findLast((event) => event.type === 'message' && event.from === them)?.n ?? 0,
    ),
    unread: computed(
      () =>
        events.value.filter((event) => event.type === 'message' && event.from === them && event.n > mySeen.value)
          .length,
    ),
    typing,
    earlier,
    loading,
    problem,
    newAfter,
    apply(event) {
      const next = applyEvent(log.peek(), event)
      take(next.log)
      if (next.need) void resume()
    },
    tail(last) {
      if (last > log.peek().last) void resume()
    },
    resume,
    async loadEarlier() {
      if (loading.peek() || !earlier.peek()) return
      loading.value = 'earlier'
      const page = await io.older(log.peek().first)
      if (disposed) return
      batch(() => {
        loading.value = null
        problem.value = page.ok ? null : page.code
        if (!page.ok) return
        log.value = prepend(log.peek(), page.events)
        earlier.value = page.earlier
      })
    },
    seen(n) {
      mySeen.value = Math.max(mySeen.peek(), n)
      tellSeen()
    },
    seenBefore,
    typed,
    dispose() {
      disposed = true
      cancelRetry()
      cancelFade()
    },
  }
}
