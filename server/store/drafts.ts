import { sql } from 'kysely'
import type { Draft } from '../protocol/draft.ts'
import type { DraftKind } from '../protocol/draft-kinds.ts'
import { macroActions } from '../protocol/macro.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'

/** Such as an older version of the program has left them. */
const actions = macroActions.catch([])

/** Keeps a draft unless a newer one stands there; answers whether it was kept. */
export async function putDraft(db: Db, memberId: string, draft: Draft): Promise<boolean> {
  const { ticket, kind, text, knew, at } = draft
  const kept = { text, knew, actions: JSON.stringify(draft.actions), at: moment(at) }
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('drafts')
    .values({ member_id: memberId, ticket_id: ticket, kind, ...kept })
    .onConflict((one) =>
      one
        .columns(['member_id', 'ticket_id', 'kind'])
        .doUpdateSet(kept)
        .where('drafts.at', '<=', sql<number>`excluded.at`),
    )
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Removes a draft that is no newer than `at`; answers when it was written, undefined where there was none. */
export async function dropDraft(
  db: Db,
  memberId: string,
  ticketId: string,
  kind: DraftKind,
  at: number,
): Promise<number | undefined> {
  const row = await db
    .deleteFrom('drafts')
    .where('member_id', '=', memberId)
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', kind)
    .where('at', '<=', moment(at))
    .returning('at')
    .executeTakeFirst()
  return row?.at
}

/** A member's drafts in one ticket. */
export async function draftsIn(db: Db, memberId: string, ticketId: string): Promise<Draft[]> {
  const rows = await db
    .selectFrom('drafts')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('ticket_id', '=', ticketId)
    .execute()
  return rows.map(({ kind, text, knew, at, ...row }) => ({
    ticket: ticketId,
    kind,
    text,
    knew,
    actions: actions.parse(row.actions),
    at,
  }))
}

/** The tickets in which a member has drafts, the newest ones. */
export async function ticketsWithDrafts(db: Db, memberId: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('drafts')
    .select('ticket_id')
    .where('member_id', '=', memberId)
    .groupBy('ticket_id')
    .orderBy((q) => q.fn.max('at'), 'desc')
    .limit(most)
    .execute()
  return rows.map((row) => row.ticket_id)
}
