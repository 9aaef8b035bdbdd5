import { signal } from '@preact/signals'
import type { LinkState } from '../../widget/thread/link.ts'
import type { World } from '../../widget/thread/world.ts'
import type { DeskLink } from '../../server/inbox/desk-link.ts'

type Said = { event: string; body: unknown }
type Answerer = (body: unknown) => unknown

/** A desk of a few lines: answers what a test tells it to, remembers what was said, and speaks when asked to. */
export function fakeLink() {
  const state = signal<LinkState>('online')
  const said: Said[] = []
  const answers = new Map<string, Answerer>()
  const heard = new Map<string, ((event: never) => void)[]>()
  const online: (() => void)[] = []

  const link = {
    state,
    refusal: signal(null),
    ask(event: string, body: unknown) {
      said.push({ event, body })
      return Promise.resolve(answers.get(event)?.(body) ?? { ok: true })
    },
    tell(event: string, body: unknown) {
      said.push({ event, body })
    },
    on(event: string, hear: (event: never) => void) {
      heard.set(event, [...(heard.get(event) ?? []), hear])
    },
    onOnline(run: () => void) {
      online.push(run)
      if (state.peek() === 'online') run()
    },
    hurry() {},
    close() {},
  }
  return {
    // The fake speaks the same events; their shapes are the tests' own business.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    link: link as unknown as DeskLink,
    state,
    said,
    answer(event: string, answerer: Answerer) {
      answers.set(event, answerer)
    },
    speak(event: string, body: unknown) {
      for (const hear of heard.get(event) ?? []) Reflect.apply(hear, null, [body])
    },
    /** The connection is back. */
    reconnect() {
      state.value = 'online'
      for (const run of online) run()
    },
    told: (event: string) => said.filter((one) => one.event === event).map((one) => one.body),
  }
}

/** A world whose clock and dice a test holds. */
export function fakeWorld(): World & { timers: { ms: number; what: () => void }[] } {
  const kept = new Map<string, string>()
  const timers: { ms: number; what: () => void }[] = []
  let ids = 0
  return {
    timers,
    now: () => 1_000,
    random: () => 0.5,
    newId: () => `00000000-0000-4000-8000-00000000f${String(++ids).padStart(3, '0')}`,
    after(ms, what) {
      const timer = { ms, what }
      timers.push(timer)
      return () => {
        const at = timers.indexOf(timer)
        if (at >= 0) timers.splice(at, 1)
      }
    },
    lock: (_, what) => what(),
    store: {
      keys: () => [...kept.keys()],
      read: (key) => kept.get(key) ?? null,
      write: (key, value) => void kept.set(key, value),
      remove: (key) => void kept.delete(key),
      watch: () => () => {},
    },
  }
}

/** Text kept in memory, as the page's storage is seen. */
export function fakeStorage(first: Record<string, string> = {}) {
  const kept = new Map(Object.entries(first))
  return {
    kept,
    keys: () => [...kept.keys()],
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}
