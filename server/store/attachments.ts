import type { Db } from './connect.ts'
import { moment } from './moment.ts'

/** A file of a message: its bytes, or where its provider keeps it. */
export type NewFile =
  | { name: string; type: string; bytes: Buffer; contentId: string | null }
  | { name: string; type: string; url: string }
  | { name: string; type: string; mediaId: string }

/** Keeps the files of a message, in the transaction that writes it; those still elsewhere wait to be fetched. */
export async function addAttachments(
  tx: Db,
  message: { messageId: string; files: readonly NewFile[]; at: number; newId: () => string },
): Promise<void> {
  if (message.files.length === 0) return
  const at = moment(message.at)
  const rows = message.files.map((file, position) => ({
    id: message.newId(),
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
