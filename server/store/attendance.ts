import { sql } from 'kysely'
import type { Writing } from '../protocol/writings.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'

/** A page of the member in question (of `members`) is connected. */
export const isConnected = sql<boolean>`exists (
  select from pages
  where pages.person_id = members.id and pages.kind = 'agent' and pages.disconnected_at is null
)`

/** R-14: the pages of agents that show a ticket, of all tickets or of these, by the agents' names. */
export function pagesAtTickets(db: Db, tickets: readonly string[] | null) {
  return db
    .selectFrom('pages')
    .innerJoin('members', 'members.id', 'pages.person_id')
    .select(['person_id', 'ticket_id', 'hidden_since', 'typing', 'typing_until'])
    .where('kind', '=', 'agent')
    .where('disconnected_at', 'is', null)
    .where('members.removed_at', 'is', null)
    .where('ticket_id', 'is not', null)
    .$if(tickets !== null, (q) => q.where('ticket_id', '=', sql<string>`any(${[...(tickets ?? [])]}::uuid[])`))
    .orderBy('members.name')
    .orderBy('person_id')
    .execute()
}

/** Which ticket a page shows, and whether it is before somebody's eyes. */
export function placeOfPage(tx: Db, id: string) {
  return tx.selectFrom('pages').select(['ticket_id', 'hidden_since']).where('id', '=', id).executeTakeFirst()
}

/** Somebody writes on the page, in the ticket it shows, or has stopped. False where it shows another one. */
export async function setTyping(
  tx: Db,
  page: { id: string; ticketId: string },
  typing: { what: Writing; until: number } | null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('pages')
    .set({ typing: typing?.what ?? null, typing_until: typing === null ? null : moment(typing.until) })
    .where('id', '=', page.id)
    .where('ticket_id', '=', page.ticketId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The team, or these of it, with whether a page of theirs is connected (D-4). Who was removed is not among them. */
export function colleagues(db: Db, ids: readonly string[] | null) {
  return db
    .selectFrom('members')
    .select(['members.id', 'members.name', 'members.away', isConnected.as('connected')])
    .where('members.removed_at', 'is', null)
    .$if(ids !== null, (q) => q.where('members.id', '=', sql<string>`any(${[...(ids ?? [])]}::uuid[])`))
    .orderBy('members.name')
    .execute()
}
