import { type ChannelName, channelNames } from '../../protocol/channel.ts'
import type { ListChoice } from '../../protocol/list-filter.ts'
import type { TicketRow } from '../../protocol/ticket.ts'

/** The head of a group: how many rows stand before it. */
export type GroupHead = { channel: ChannelName; folded: boolean; at: number }

type Grouped = Pick<ListChoice, 'grouped' | 'channels'> & { folded: readonly ChannelName[] }

/**
 * The heads of a list that is grouped by channel, in their order. A channel without rows has none; a folded one has, once
 * all before it has been read, for nobody knows what is in it. `more`: the list goes on behind the rows.
 */
export function headsOf(
  rows: readonly TicketRow[],
  { grouped, channels, folded }: Grouped,
  more: boolean,
): GroupHead[] {
  if (!grouped) return []
  const heads: GroupHead[] = []
  let at = 0
  for (const channel of channelNames) {
    if (channels.length > 0 && !channels.includes(channel)) continue
    if (folded.includes(channel)) {
      if (at < rows.length || !more) heads.push({ channel, folded: true, at })
      continue
    }
    const from = at
    while (rows[at]?.channel === channel) at++
    if (at > from) heads.push({ channel, folded: false, at: from })
  }
  return heads
}

/** How many heads stand above a row. */
export function headsAbove(heads: readonly GroupHead[], row: number): number {
  return heads.filter((head) => head.at <= row).length
}
