import type { ChannelEvent } from './channel.ts'

/** Every name of everybody who wrote, or goes by other names from now on: what they did has an order. */
export function sendersOf(events: readonly ChannelEvent[]): string[] {
  const names = events.flatMap((event) => {
    if (event.kind === 'message') return event.from
    return event.kind === 'identity' ? [...event.was, ...event.now] : []
  })
  return [...new Set(names.map(({ kind, value }) => `${kind} ${value}`))]
}
