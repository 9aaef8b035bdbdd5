import type { ErrorCode } from '../../server/protocol/errors.ts'
import type { ThreadEvent, ThreadFile, ThreadMessage } from '../../server/protocol/thread.ts'
import type { Outgoing, OutgoingFile } from './outbox.ts'

export type Side = 'customer' | 'agent'
export type StatusEvent = Exclude<ThreadEvent, { type: 'message' | 'seen' | 'delivery' | 'file' }>

/** `n` is null until the server has numbered the message. */
export type Bubble = {
  id: string
  n: number | null
  at: number
  text: string
  files?: readonly ShownFile[] | undefined
}

/** A file of a message; without an id it is on its way. */
export type ShownFile = ThreadFile | (OutgoingFile & { id?: undefined })

/** What stands under a group of one's own; `none` where a later group says it all. */
export type Delivery =
  | { state: 'none' }
  | { state: 'pending' }
  | { state: 'sent'; at: number }
  | { state: 'seen'; at: number }
  | { state: 'failed'; code: ErrorCode }

export type Group = {
  kind: 'group'
  key: string
  mine: boolean
  name: string | null
  channel: ThreadMessage['channel']
  at: number
  bubbles: Bubble[]
  delivery: Delivery
}

/** What a thread is drawn from, top to bottom. */
export type Entry =
  | Group
  | { kind: 'day'; key: string; at: number }
  | { kind: 'new'; key: string }
  | { kind: 'automatic'; key: string; message: ThreadMessage }
  | { kind: 'status'; key: string; event: StatusEvent }

/** The furthest mark the other side left: everything up to `upTo` was seen, at that time. */
export type Seen = { upTo: number; at: number }

/** Bubbles of one writer this close together share a name and a time. */
const together = 5 * 60_000

/** Puts events and what is still on its way into groups, day lines and status lines. */
export function layOut(
  events: readonly ThreadEvent[],
  outgoing: readonly Outgoing[],
  me: Side,
  seen: Seen,
  newAfter: number | null,
): Entry[] {
  const entries: Entry[] = []
  const ids = new Set<string>()
  let day = ''
  let lineAfter = newAfter
  let lastSent: Group | null = null
  let lastSeen: Group | null = null

  const dayLine = (at: number) => {
    const today = new Date(at).toDateString()
    if (today !== day) entries.push({ kind: 'day', key: `day ${today}`, at })
    day = today
  }

  /** Into the last group if that is of the same side and channel and `joins` says so, else into one of its own. */
  const place = (
    bubble: Bubble,
    whose: Pick<Group, 'mine' | 'name' | 'channel' | 'delivery'>,
    joins: (before: Group) => boolean,
  ): Group => {
    const before = entries.at(-1)
    const same = before?.kind === 'group' && before.mine === whose.mine && before.channel === whose.channel
    const group: Group =
      same && joins(before) ? before : { kind: 'group', key: bubble.id, at: 0, bubbles: [], ...whose }
    if (group !== before) entries.push(group)
    group.bubbles.push(bubble)
    group.at = bubble.at
    return group
  }

  for (const event of events) {
    if (event.type === 'seen' || event.type === 'delivery' || event.type === 'file') continue
    dayLine(event.at)
    if (event.type !== 'message') {
      entries.push({ kind: 'status', key: `status ${event.n}`, event })
      continue
    }
    ids.add(event.id)
    if (event.from === 'automatic') {
      entries.push({ kind: 'automatic', key: event.id, message: event })
      continue
    }
    const mine = event.from === me
    if (lineAfter !== null && event.n > lineAfter && !mine) {
      lineAfter = null
      entries.push({ kind: 'new', key: 'new' })
    }
    const { id, n, at, text, name, channel, files } = event
    const group = place(
      { id, n, at, text, files },
      { mine, name, channel, delivery: { state: 'none' } },
      (before) => before.name === name && at - before.at <= together,
    )
    if (mine) {
      lastSent = group
      if (n <= seen.upTo) lastSeen = group
    }
  }
  // Half a group seen is not seen: the whole group says "sent" until its last bubble is.
  if (lastSeen && lastN(lastSeen) <= seen.upTo) lastSeen.delivery = { state: 'seen', at: seen.at }
  if (lastSent && lastN(lastSent) > seen.upTo) lastSent.delivery = { state: 'sent', at: lastSent.at }

  for (const item of outgoing) {
    if (ids.has(item.id)) continue
    dayLine(item.at)
    const { id, at, text, state, files, via: channel = 'web_chat' } = item
    const delivery: Delivery =
      state === 'failed' ? { state, code: item.code } : state === 'sent' ? { state, at } : { state }
    place(
      { id, n: null, at, text, files },
      { mine: true, name: null, channel, delivery },
      // Each failed one stands alone: it has its own reason and its own buttons.
      (before) => before.delivery.state === state && state !== 'failed',
    )
  }
  return entries
}

const lastN = (group: Group) => group.bubbles.at(-1)?.n ?? 0
