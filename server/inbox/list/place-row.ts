import { inList, inOrder, stretchesOf, stretchOf } from '../../protocol/in-list.ts'
import type { ListAsk } from '../../protocol/list-filter.ts'
import type { TicketRow } from '../../protocol/ticket.ts'

/** A list as a page shows it. */
export type ShownList = ListAsk & {
  /** Whose My inbox it is. */
  me: string
  /** A row that stays although it was read meanwhile: the ticket somebody is looking at. */
  keep?: string | null
  /** S-6: only what this is found in, as it was found. */
  search?: string
}

/** S-5, S-6: does a ticket stand in this list? */
export function belongs(row: TicketRow, list: ShownList): boolean {
  const looked = list.read === 'unread' && row.id === list.keep ? { ...row, unread: true } : row
  return inList(looked, list, list.me) && stretchOf(row, stretchesOf(list)) >= 0
}

/** Order of the list, as the server pages it. */
export function order(a: TicketRow, b: TicketRow, list: ShownList): number {
  return inOrder(a, b, stretchesOf(list))
}

/**
 * The list after a ticket changed: the row moves, comes or goes. While the list has more pages (`complete` is false) a
 * row behind its last one is left to the page it belongs to. The same array where nothing changed; its place is found by
 * halves, for a list may be long and busy.
 */
export function placeRow(
  rows: readonly TicketRow[],
  row: TicketRow,
  list: ShownList,
  complete: boolean,
): readonly TicketRow[] {
  const was = rows.findIndex((r) => r.id === row.id)
  const others = was < 0 ? rows : rows.toSpliced(was, 1)
  if (!belongs(row, list)) return others
  const at = placeOf(others, row, list)
  return at < others.length || complete ? others.toSpliced(at, 0, row) : others
}

/** How many rows stand before it. */
function placeOf(rows: readonly TicketRow[], row: TicketRow, list: ShownList): number {
  const stretches = stretchesOf(list)
  let [from, to] = [0, rows.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    const there = rows[middle]
    if (there && inOrder(there, row, stretches) < 0) from = middle + 1
    else to = middle
  }
  return from
}
