import type { Refused } from '../../protocol/errors.ts'
import type { FoundBy } from '../../protocol/found.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import type { DeskLink } from '../desk-link.ts'
import type { ShownList } from './place-row.ts'

/** A page of a list, or of what a search found in it. */
export type ListPage = {
  ok: true
  rows: TicketRow[]
  next: string | null
  /** Why a search found them, by ticket; of a list nothing. */
  found: ReadonlyMap<string, FoundBy>
  /** How far back a search has looked, where it has not looked at everything. */
  backTo: number | null
  /** When a search looked, by the desk's clock; of a list 0. */
  at: number
}

const nothing: ReadonlyMap<string, FoundBy> = new Map()

/** Asks the desk for one page of what is shown. */
export async function askPage(
  link: DeskLink,
  list: ShownList,
  after: string | null,
  limit?: number,
): Promise<ListPage | Refused> {
  const { me: _me, keep: _keep, search = '', sort, grouped, folded, ...scope } = list
  if (search === '') {
    const ask = { ...scope, sort, grouped, folded, after, ...(limit ? { limit } : {}) }
    const answer = await link.ask('list.read', ask)
    return answer.ok ? { ok: true, rows: answer.rows, next: answer.next, found: nothing, backTo: null, at: 0 } : answer
  }
  const answer = await link.ask('list.search', { ...scope, search, after })
  if (!answer.ok) return answer
  const { found, next, backTo, at } = answer
  return {
    ok: true,
    rows: found.map((one) => one.row),
    next,
    found: new Map(found.map((one) => [one.row.id, one.by])),
    backTo,
    at,
  }
}
