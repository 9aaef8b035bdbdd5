import type { ChannelName } from '../../protocol/channel.ts'
import type { ReplyChannel, TicketRow } from '../../protocol/ticket.ts'

/**
 * how a ticket can be answered at this moment. The server said it when it sent the row; that a window of 24
 * hours has run out since then, nobody has to tell.
 */
export function waysOf({ reply }: Pick<TicketRow, 'reply'>, now: number): ReplyChannel[] {
  return reply.offered.map((way) =>
    way.refused === null && way.until !== null && now > way.until ? { ...way, refused: 'window_over' as const } : way,
  )
}

/** the way the answer takes: what the agent picked while that is possible, else what the desk proposes. */
export function wayTaken(
  ways: readonly ReplyChannel[],
  chosen: ChannelName,
  picked: ChannelName | null,
): ReplyChannel | null {
  const free = ways.find(({ channel, refused }) => channel === picked && refused === null)
  return free ?? ways.find(({ channel }) => channel === chosen) ?? ways[0] ?? null
}
