import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { type LostWhy, lostWhys } from '../protocol/files.ts'
import type { ChannelName } from '../protocol/channel.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'

/** A file of a message: its bytes, or where its provider keeps it. */
export type NewFile = { id?: string } & (
  | { name: string; type: string; bytes: Buffer; contentId: string | null }
  | { name: string; type: string; url: string }
  | { name: string; type: string; mediaId: string }
)

/** What a thread says of a file. */
export const fileNote = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.string(),
  state: z.enum(['waiting', 'here', 'lost']),
  size: z.int().nullable(),
  why: z.enum(lostWhys).nullable(),
})
export type FileNote = z.infer<typeof fileNote>

/** Keeps the files of a message, in the transaction that writes it; those still elsewhere wait to be fetched. */
export async function addAttachments(
  tx: Db,
  message: { messageId: string; files: readonly NewFile[]; at: number; newId: () => string },
): Promise<void> {
  if (message.files.length === 0) return
  const at = moment(message.at)
  const rows = message.files.map((file, position) => ({
    id: file.id ?? message.newId(),
    message_id: message.messageId,
    position,
    name: file.name,
    type: file.type,
    created_at: at,
    ...('bytes' in file
      ? { state: 'here' as const, bytes: file.bytes, size: file.bytes.length, content_id: file.contentId }
      : {
          state: 'waiting' as const,
          next_try_at: at,
          source: JSON.stringify('url' in file ? { url: file.url } : { mediaId: file.mediaId }),
        }),
  }))
  await tx.insertInto('attachments').values(rows).execute()
}

/** The notes of a message's files in their order, null where there are none: for a query over messages. */
export function filesAsJson(messageId: string): RawBuilder<FileNote[] | null> {
  return sql<FileNote[] | null>`(
    select json_agg(json_build_object('id', f.id, 'name', f.name, 'type', f.type, 'state', f.state, 'size', f.size,
      'why', f.lost_why) order by f.position)
    from attachments f where f.message_id = ${sql.ref(messageId)})`
}

const source = z.union([z.object({ url: z.string() }), z.object({ mediaId: z.string() })])

/** A file to be fetched, and of which channel its provider is. */
export type WaitingFile = {
  id: string
  channel: ChannelName
  type: string
  source: z.infer<typeof source> | null
  attempts: number
}

/**
 * Claims the next file that is due, for one try. Until `again` nobody else gets it; then the try is taken for dead.
 * Undefined when there is nothing to do.
 */
export async function claimFile(db: Db, now: number, again: number): Promise<WaitingFile | undefined> {
  const { rows } = await sql<Omit<WaitingFile, 'source'> & { source: unknown }>`
    update attachments set attempts = attempts + 1, next_try_at = ${moment(again)}
    from messages
    where messages.id = attachments.message_id and attachments.id = (
      select id from attachments where state = 'waiting' and next_try_at <= ${moment(now)}
      order by next_try_at limit 1 for update skip locked
    )
    returning attachments.id, messages.channel, attachments.type, attachments.source, attachments.attempts`.execute(db)
  const [row] = rows
  return row && { ...row, source: source.safeParse(row.source).data ?? null }
}

/** A file that waits, locked, with the message it belongs to; undefined once it is settled. */
export function lockWaitingFile(tx: Db, id: string) {
  return tx
    .selectFrom('attachments')
    .select(['id', 'name', 'type', 'message_id', 'attempts'])
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
}

export async function keepFile(tx: Db, id: string, type: string, bytes: Buffer): Promise<void> {
  await tx
    .updateTable('attachments')
    .set({ state: 'here', type, bytes, size: bytes.length, source: null, next_try_at: null })
    .where('id', '=', id)
    .execute()
}

export async function loseFile(tx: Db, id: string, why: LostWhy): Promise<void> {
  await tx
    .updateTable('attachments')
    .set({ state: 'lost', lost_why: why, source: null, next_try_at: null })
    .where('id', '=', id)
    .execute()
}

export async function postponeFile(tx: Db, id: string, at: number): Promise<void> {
  await tx
    .updateTable('attachments')
    .set({ next_try_at: moment(at) })
    .where('id', '=', id)
    .execute()
}

/** What a file's own page needs: undefined where there is none, or not yet. */
export function readFileBytes(db: Db, id: string): Promise<{ name: string; type: string; bytes: Buffer } | undefined> {
  return db
    .selectFrom('attachments')
    .select(['name', 'type', 'bytes'])
    .where('id', '=', id)
    .where('bytes', 'is not', null)
    .$narrowType<{ bytes: Buffer }>()
    .executeTakeFirst()
}

/** The files of a message that are here, in their order. */
export function filesOfMessage(
  db: Db,
  messageId: string,
): Promise<{ id: string; name: string; type: string; bytes: Buffer }[]> {
  return db
    .selectFrom('attachments')
    .select(['id', 'name', 'type', 'bytes'])
    .where('message_id', '=', messageId)
    .where('bytes', 'is not', null)
    .$narrowType<{ bytes: Buffer }>()
    .orderBy('position')
    .execute()
}

/** The files that are here of a message that its ticket's customer may see, in their order. */
export function filesShownWith(db: Db, ticketId: string, messageId: string): Promise<{ id: string }[]> {
  return db
    .selectFrom('attachments')
    .innerJoin('events', 'events.message_id', 'attachments.message_id')
    .select('attachments.id')
    .where('attachments.message_id', '=', messageId)
    .where('attachments.state', '=', 'here')
    .where('events.ticket_id', '=', ticketId)
    .where('events.customer_seq', 'is not', null)
    .orderBy('attachments.position')
    .execute()
}
