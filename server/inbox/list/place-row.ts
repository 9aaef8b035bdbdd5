import type { TicketRow, ViewName } from '../../protocol/ticket.ts'
import type { Sort, StatusFilter } from '../route.ts'

export type ListFilter = {
  view: ViewName
  /** Whose My inbox it is. */
  me: string
  status: StatusFilter
  unread: boolean
  customer?: string
  /** A row that stays although it was read meanwhile: the ticket somebody is looking at. */
  keep?: string | null
}

/** S-5, S-6: does a ticket stand in this list? */
export function belongs(row: TicketRow, filter: ListFilter): boolean {
  if (row.spam !== (filter.view === 'spam')) return false
  if (filter.view === 'mentions' && !row.mentioned.includes(filter.me)) return false
  if (filter.view === 'mine' && row.assignee?.id !== filter.me) return false
  if (filter.view === 'unassigned' && row.assignee !== null) return false
  if (filter.status !== 'any' && row.status !== filter.status) return false
  if (filter.customer && row.customer.id !== filter.customer) return false
  return !filter.unread || row.unread || row.id === filter.keep
}

/** Order of the list: by the last message, and by id where two are equal, as the server pages it. */
export function order(a: TicketRow, b: TicketRow, sort: Sort): number {
  const newest = b.lastMessageAt - a.lastMessageAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
  return sort === 'newest' ? newest : -newest
}

/**
 * The list after a ticket changed: the row moves, comes or goes. While the list has more pages (`complete` is false) a
 * row behind its last one is left to the page it belongs to.
 */
export function placeRow(
  rows: readonly TicketRow[],
  row: TicketRow,
  filter: ListFilter,
  sort: Sort,
  complete: boolean,
): TicketRow[] {
  const others = rows.filter((r) => r.id !== row.id)
  if (!belongs(row, filter)) return others
  const before = others.findIndex((r) => order(row, r, sort) < 0)
  if (before >= 0) return others.toSpliced(before, 0, row)
  return complete ? [...others, row] : others
}
