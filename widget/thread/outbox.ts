import { signal, type ReadonlySignal } from '@preact/signals'
import type { ChannelName } from '../../server/protocol/channel.ts'
import type { ErrorCode, Refused } from '../../server/protocol/errors.ts'
import { isBlank, points, storable } from '../../server/protocol/text.ts'
import { textPoints } from '../../server/protocol/text-points.ts'
import { toJson } from './to-json.ts'
import type { World } from './world.ts'

/**
 * Something a person sent, until the server's echo stands in the thread. `via`: what goes with it at every try, such as
 * the channel an agent chose for it.
 */
export type Outgoing<Via = ChannelName> = {
  id: string
  text: string
  at: number
  via?: Via | undefined
  files?: readonly OutgoingFile[] | undefined
} & ({ state: 'pending' } | { state: 'sent'; n: number } | { state: 'failed'; code: ErrorCode })

/** A file on its way; whoever sends it keeps its bytes. */
export type OutgoingFile = { name: string; type: string; size: number }

export type Sent = { ok: true; n: number; at: number }

export type Outbox<Via = ChannelName> = {
  /** In the order they were written. */
  readonly items: ReadonlySignal<readonly Outgoing<Via>[]>
  /** Takes a message in. Not null: it was not taken, the text stays with its writer. Files come with the id they are kept by. */
  add: (text: string, via?: Via, carried?: WithFiles) => 'message_empty' | 'message_too_long' | null
  /** Tries a failed one again, by hand. */
  retry: (id: string) => void
  /** Forgets a failed one, by hand. */
  discard: (id: string) => void
  /** These ids stand in the thread now. */
  settle: (ids: readonly string[]) => void
  /** The connection is (back) there. */
  wake: () => void
  dispose: () => void
}

export type WithFiles = { id: string; files: readonly OutgoingFile[] }

export type OutboxParts<Via = ChannelName> = {
  /** Whose words these are; nobody of another scope ever sees or sends them. */
  scope: string
  /** One try. The same id comes again until there is an answer; no answer in time is `{ ok: false, retry: true }`. */
  send: (id: string, text: string, via?: Via, files?: readonly OutgoingFile[]) => Promise<Sent | Refused>
  /** Is there a connection to try? If not, `wake` will follow. */
  live: () => boolean
  world: World
}

const family = 'customer-hub:out:'
// Encoded, so that the scope `a` does not begin the keys of the scope `a:b`.
const prefixOf = (scope: string) => `${family}${encodeURIComponent(scope)}:`

/** Scopes with unsent messages in the store, of all that start with `start`. */
export function waitingScopes(world: World, start: string): string[] {
  const found = new Set<string>()
  for (const key of world.store.keys()) {
    const scope = key.startsWith(family) ? decodeURIComponent(key.slice(family.length).split(':')[0] ?? '') : ''
    if (scope && scope.startsWith(start)) found.add(scope)
  }
  return [...found]
}

/**
 * W-13: keeps what was written until the server has it. Pending over retries, reloads and tabs under one id, sent one
 * after the other; refused for good it stays as failed, until its writer tries again or discards it. Every message has
 * a key of its own in the store, so that two tabs never overwrite each other.
 */
export function createOutbox<Via = ChannelName>({ scope, send, live, world }: OutboxParts<Via>): Outbox<Via> {
  const prefix = prefixOf(scope)
  const items = signal<readonly Outgoing<Via>[]>([])
  let busy = false
  let disposed = false
  let tries = 0
  let cancelRetry = () => {}

  function put(item: Outgoing<Via>) {
    world.store.write(prefix + item.id, toJson(item))
    items.value = inOrder([...items.peek().filter((other) => other.id !== item.id), item])
  }

  function drop(id: string) {
    world.store.remove(prefix + id)
    items.value = items.peek().filter((item) => item.id !== id)
  }

  /** The store is the truth, except that a sent one stays on the screen until its echo comes. */
  function reload() {
    const stored = readAll<Via>(world, prefix)
    const ids = new Set(stored.map((item) => item.id))
    const echoless = items.peek().filter((item) => item.state === 'sent' && !ids.has(item.id))
    items.value = inOrder([...stored, ...echoless])
  }

  /** Milliseconds to wait before the next try, 0 to go on with the next message, null to wait for `wake`. */
  async function attempt(id: string): Promise<number | null> {
    reload()
    const item = items.peek().find((one) => one.id === id)
    if (disposed || item?.state !== 'pending') return 0
    const answer = await send(id, item.text, item.via, item.files)
    if (answer.ok) {
      tries = 0
      // Unless its echo was faster.
      if (items.peek().some((one) => one.id === id)) put({ ...item, state: 'sent', n: answer.n })
      return 0
    }
    if (answer.code === 'signed_out' || answer.code === 'version') return null
    if (answer.retry) return Math.min(30_000, 1000 * 2 ** tries++) * (0.5 + world.random())
    put({ ...item, state: 'failed', code: answer.code })
    return 0
  }

  async function pump() {
    if (busy) return
    busy = true
    cancelRetry()
    try {
      while (!disposed && live()) {
        const next = items.peek().find((item) => item.state === 'pending')
        if (!next) return
        const wait = await world.lock(prefix, () => attempt(next.id))
        if (wait === null || disposed) return
        if (wait > 0) {
          cancelRetry = world.after(wait, () => void pump())
          return
        }
      }
    } finally {
      busy = false
    }
  }

  // What was sent before this page came is on the server: the thread brings it, if it may still be shown (W-6).
  for (const item of readAll(world, prefix)) if (item.state === 'sent') world.store.remove(prefix + item.id)
  reload()
  const unwatch = world.store.watch((key) => {
    if (key !== null && !key.startsWith(prefix)) return
    reload()
    void pump()
  })
  void pump()

  return {
    items,
    add(raw, via, carried) {
      const text = storable(raw)
      if (isBlank(text) && !carried) return 'message_empty'
      if (points(text) > textPoints) return 'message_too_long'
      const at = Math.max(world.now(), (items.peek().at(-1)?.at ?? 0) + 1)
      put({ id: world.newId(), text, at, via, ...carried, state: 'pending' })
      void pump()
      return null
    },
    retry(id) {
      const item = items.peek().find((one) => one.id === id)
      if (item?.state !== 'failed') return
      const { code, ...kept } = item
      // An id that belongs to somebody else can never succeed.
      if (code === 'id_taken') drop(id)
      put({ ...kept, id: code === 'id_taken' ? world.newId() : id, state: 'pending' })
      void pump()
    },
    discard(id) {
      if (items.peek().some((item) => item.id === id && item.state === 'failed')) drop(id)
    },
    settle(ids) {
      for (const { id } of items.peek()) if (ids.includes(id)) drop(id)
    },
    wake() {
      tries = 0
      void pump()
    },
    dispose() {
      disposed = true
      cancelRetry()
      unwatch()
    },
  }
}

const inOrder = <Via>(items: Outgoing<Via>[]) => items.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))

function readAll<Via>(world: World, prefix: string): Outgoing<Via>[] {
  return world.store
    .keys()
    .filter((key) => key.startsWith(prefix))
    .map((key) => parse<Via>(world.store.read(key)))
    .filter((item) => item !== null)
}

/** Whatever else stands under our keys is not ours: ignored. */
function parse<Via>(stored: string | null): Outgoing<Via> | null {
  try {
    const item: unknown = JSON.parse(stored ?? '')
    return isOutgoing<Via>(item) ? item : null
  } catch {
    return null
  }
}

function isOutgoing<Via>(item: unknown): item is Outgoing<Via> {
  return item instanceof Object && 'id' in item && 'text' in item && 'at' in item && 'state' in item
}
