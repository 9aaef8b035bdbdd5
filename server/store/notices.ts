import { type Selectable, sql } from 'kysely'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'
import type { Database } from './tables.ts'

/** A mail to the team about a ticket (M-6). */
export type NoticeRecord = Selectable<Database['notices']>

/**
 * Queues a notice, unless one for this ticket and address waits already: that one tells of this message too. Either way
 * it cannot leave before the caller's message is there to be read. The caller has locked the ticket.
 */
export async function addNotice(
  tx: Db,
  notice: { id: string; ticketId: string; address: string; fromSeq: number; at: number; gapMs: number },
): Promise<void> {
  const { id, ticketId, address, fromSeq, at, gapMs } = notice
  await sql`
    insert into notices (id, ticket_id, address, from_seq, state, next_try_at, created_at)
    select ${id}::uuid, ${ticketId}::uuid, ${address}::text, ${fromSeq}::integer, 'queued',
      greatest(${moment(at)}, max(sent_at) + make_interval(secs => ${gapMs / 1_000}::float8)), ${moment(at)}
    from notices where ticket_id = ${ticketId}::uuid and address = ${address}::text and state = 'sent'
    on conflict (ticket_id, address) where state = 'queued' and attempt_at is null
    do update set next_try_at = notices.next_try_at`.execute(tx)
}

/** Claims one notice that is due; two processes never get the same. */
export async function claimNotice(db: Db, processId: string, now: number): Promise<NoticeRecord | undefined> {
  const { rows } = await sql<NoticeRecord>`
    update notices set attempt_at = ${moment(now)}, claimed_by = ${processId}, attempts = attempts + 1
    where id = (
      select id from notices
      where state = 'queued' and attempt_at is null and next_try_at <= ${moment(now)}
      order by next_try_at limit 1
      for update skip locked
    )
    returning *`.execute(db)
  return rows[0]
}

/** Notices whose try was cut off: the process that made it is gone, or is this one, which tries none now. */
export function cutOffNotices(tx: Db, processId: string): Promise<NoticeRecord[]> {
  return tx
    .selectFrom('notices')
    .selectAll()
    .where('state', '=', 'queued')
    .where('attempt_at', 'is not', null)
    .where((q) => q.or([q('claimed_by', 'is', null), q('claimed_by', '=', processId)]))
    .forUpdate()
    .skipLocked()
    .execute()
}

export function lockNotice(tx: Db, id: string): Promise<NoticeRecord | undefined> {
  return tx.selectFrom('notices').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** Waits for its next try. One that was queued meanwhile has nothing to tell beyond it, and goes. */
export async function waitAgain(tx: Db, { id, ticket_id, address }: NoticeRecord, at: number): Promise<void> {
  await tx
    .deleteFrom('notices')
    .where('ticket_id', '=', ticket_id)
    .where('address', '=', address)
    .where('state', '=', 'queued')
    .where('attempt_at', 'is', null)
    .execute()
  await tx
    .updateTable('notices')
    .set({ attempt_at: null, claimed_by: null, next_try_at: moment(at) })
    .where('id', '=', id)
    .execute()
}

/** It left, or never will. Of those that left only the last one of its ticket and address is kept, for the gap. */
export async function endNotice(
  tx: Db,
  { id, ticket_id, address }: NoticeRecord,
  end: { sentAt: number } | { error: string },
): Promise<void> {
  const sent = 'sentAt' in end
  if (sent) {
    await tx
      .deleteFrom('notices')
      .where('ticket_id', '=', ticket_id)
      .where('address', '=', address)
      .where('state', '=', 'sent')
      .execute()
  }
  await tx
    .updateTable('notices')
    .set({
      attempt_at: null,
      claimed_by: null,
      ...(sent ? { state: 'sent', sent_at: moment(end.sentAt) } : { state: 'failed', error: end.error }),
    })
    .where('id', '=', id)
    .execute()
}

export async function dropNotice(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom('notices').where('id', '=', id).execute()
}

/** What the customer wrote in a ticket from a number of its log on, oldest first. */
export function heardFrom(db: Db, ticketId: string, fromSeq: number, most: number) {
  return db
    .selectFrom('events')
    .innerJoin('messages', 'messages.id', 'events.message_id')
    .select(['messages.text', 'messages.channel'])
    .where('events.ticket_id', '=', ticketId)
    .where('events.seq', '>=', fromSeq)
    .where('messages.author_kind', '=', 'customer')
    .where('messages.unheard', '=', false)
    .orderBy('events.seq')
    .limit(most)
    .execute()
}
