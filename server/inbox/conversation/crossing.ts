import type { ThreadEvent, ThreadMessage } from '../../protocol/thread.ts'

const messagesAfter = (events: readonly ThreadEvent[], knew: number) =>
  events.filter((event): event is ThreadMessage => event.type === 'message' && event.n > knew)

/** what colleagues answered since somebody began to write, oldest first. One's own replies cross nothing. */
export function crossedBy(events: readonly ThreadEvent[], knew: number, me: string): ThreadMessage[] {
  return messagesAfter(events, knew).filter(({ from, by }) => from === 'agent' && by !== me)
}

/** how many messages the customer wrote since. They are hinted at, and nothing more. */
export function writtenSince(events: readonly ThreadEvent[], knew: number): number {
  return messagesAfter(events, knew).filter(({ from }) => from === 'customer').length
}
