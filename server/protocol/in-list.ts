import { type ChannelName, channelNames } from './channel.ts'
import type { ListAsk, ListScope } from './list-filter.ts'
import type { TicketRow } from './ticket.ts'

/** S-5, S-6, S-8: does a ticket stand in that list of that agent? What the server reads and what a page keeps is this. */
export function inList(row: TicketRow, of: ListScope, me: string): boolean {
  if (row.spam !== (of.view === 'spam')) return false
  if (of.view === 'mentions' && !row.mentioned.includes(me)) return false
  if (of.view === 'mine' && row.assignee?.id !== me) return false
  if (of.view === 'unassigned' && row.assignee !== null) return false
  if (of.status !== 'any' && row.status !== of.status) return false
  if (of.read !== 'any' && row.unread !== (of.read === 'unread')) return false
  if (of.channels.length > 0 && !of.channels.includes(row.channel)) return false
  if (!isWith(row, of.assignee, me)) return false
  if (of.tags.length > 0 && !row.tags.some((tag) => of.tags.includes(tag.id))) return false
  if (of.priority === 'high' && row.priority !== 'high') return false
  const { campaign } = of
  if (campaign && !row.campaigns.some((c) => c.kind === campaign.kind && c.name === campaign.name)) return false
  return of.customer === undefined || row.customer.id === of.customer
}

function isWith(row: TicketRow, whose: ListScope['assignee'], me: string): boolean {
  switch (whose.kind) {
    case 'anyone':
      return true
    case 'nobody':
      return row.assignee === null
    case 'me':
      return row.assignee?.id === me
    case 'member':
      return row.assignee?.id === whose.id
    case 'team':
      return row.team?.id === whose.id
  }
}

/**
 * A list is read stretch after stretch; each of them has one key to go by, so that a page of it costs the same at any
 * depth (G1). Who waits stands before who does not, high before normal, one channel before the next.
 */
export type Stretch = {
  channel: ChannelName | null
  part: 'all' | 'waiting' | 'not_waiting' | 'high' | 'normal'
  key: 'lastMessageAt' | 'waitingSince'
  direction: 'up' | 'down'
}

type Order = Pick<ListAsk, 'sort' | 'grouped' | 'folded' | 'channels'>

/** The stretches of a list, in the order in which they are read. */
export function stretchesOf({ sort, grouped, folded, channels }: Order): Stretch[] {
  if (!grouped) return parts(sort, null)
  const shown = channelNames.filter((name) => channels.length === 0 || channels.includes(name))
  return shown.filter((name) => !folded.includes(name)).flatMap((name) => parts(sort, name))
}

function parts(sort: ListAsk['sort'], channel: ChannelName | null): Stretch[] {
  const down = { channel, key: 'lastMessageAt', direction: 'down' } as const
  switch (sort) {
    case 'newest':
      return [{ ...down, part: 'all' }]
    case 'oldest':
      return [{ ...down, part: 'all', direction: 'up' }]
    case 'waiting':
      return [
        { channel, part: 'waiting', key: 'waitingSince', direction: 'up' },
        { ...down, part: 'not_waiting' },
      ]
    case 'priority':
      return [
        { ...down, part: 'high' },
        { ...down, part: 'normal' },
      ]
  }
}

/** Which of the stretches a row stands in; -1: in none, for its channel is folded or left out. */
export function stretchOf(row: TicketRow, stretches: readonly Stretch[]): number {
  return stretches.findIndex(({ channel, part }) => {
    if (channel !== null && channel !== row.channel) return false
    switch (part) {
      case 'all':
        return true
      case 'waiting':
        return row.waitingSince !== null
      case 'not_waiting':
        return row.waitingSince === null
      case 'high':
      case 'normal':
        return row.priority === part
    }
  })
}

/** Order of two rows of a list: by stretch, by its key, and by id where that is equal, as the server pages it. */
export function inOrder(a: TicketRow, b: TicketRow, stretches: readonly Stretch[]): number {
  const at = stretchOf(a, stretches)
  const other = stretchOf(b, stretches)
  if (at !== other) return at - other
  const stretch = stretches[at]
  return stretch === undefined ? 0 : alongStretch(a, b, stretch)
}

/** The same within one stretch. */
export function alongStretch(a: TicketRow, b: TicketRow, { key, direction }: Stretch): number {
  const up = (a[key] ?? 0) - (b[key] ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  return direction === 'up' ? up : -up
}
