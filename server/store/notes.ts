import { type RawBuilder, sql } from 'kysely'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'

/** what one of the team wrote for the team. Names are those of today. */
export type NoteRecord = { id: string; text: string; mentions: { id: string; name: string }[] }

type NewNote = { id: string; ticketId: string; memberId: string; text: string; at: number; mentions: readonly string[] }

export async function addNote(tx: Db, note: NewNote): Promise<void> {
  const { id, ticketId, memberId, text, mentions } = note
  const at = moment(note.at)
  await tx.insertInto('notes').values({ id, ticket_id: ticketId, member_id: memberId, text, at }).execute()
  if (mentions.length === 0) return
  await tx
    .insertInto('mentions')
    .values(mentions.map((one) => ({ note_id: id, member_id: one, ticket_id: ticketId, at })))
    .execute()
}

/** Where a note with this id stands already, and whose it is. */
export function findNote(db: Db, id: string) {
  return db
    .selectFrom('notes')
    .innerJoin('events', (join) =>
      join
        .onRef('events.ticket_id', '=', 'notes.ticket_id')
        .on('events.type', '=', 'note')
        .on(sql`events.data->>'note'`, '=', id),
    )
    .select(['notes.ticket_id as ticketId', 'notes.member_id as memberId', 'events.seq as n', 'notes.at as at'])
    .where('notes.id', '=', id)
    .executeTakeFirst()
}

/** A member has a ticket before them: what mentions them there is seen. Answers whether anything was not. */
export async function seeMentions(db: Db, memberId: string, ticketId: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mentions')
    .set({ seen_at: moment(at) })
    .where('member_id', '=', memberId)
    .where('ticket_id', '=', ticketId)
    .where('seen_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The note that an entry of the log stands for, null where it is none: for a query over events. */
export function noteAsJson(): RawBuilder<NoteRecord | null> {
  return sql<NoteRecord | null>`case when events.type = 'note' then (
    select json_build_object('id', n.id, 'text', n.text, 'mentions', coalesce((
      select json_agg(json_build_object('id', who.id, 'name', who.name) order by who.name)
      from mentions join members who on who.id = mentions.member_id where mentions.note_id = n.id), '[]'))
    from notes n where n.id = (events.data->>'note')::uuid) end`
}
