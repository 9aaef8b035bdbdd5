import type { FileRoom } from './composer-rules.ts'
import type { ErrorCode } from './errors.ts'

export type { FileRoom } from './composer-rules.ts'

/** A file of a draft; `type` is its media type, `size` in bytes. */
export type DraftFile = { id: string; type: string; size: number }

/** Why files cannot be sent: how much there may be, and which file it is about. */
export type FileMisfit = { refused: ErrorCode; most: number | null; file: string | null }

/** whether a channel carries these files: one answer for the composer and for the desk. */
export function filesMisfit(room: FileRoom, files: readonly DraftFile[]): FileMisfit | null {
  for (const { id, type, size } of files) {
    const kind = room.kinds.find(({ types }) => types.some((one) => fits(type, one)))
    if (!kind) return { refused: 'file_not_possible', most: null, file: id }
    if (size > kind.bytes) return { refused: 'file_too_large', most: kind.bytes, file: id }
  }
  if (!room.withText) return null
  if (files.length > room.most) return { refused: 'too_many_files', most: room.most, file: null }
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  return bytes > room.bytes ? { refused: 'file_too_large', most: room.bytes, file: null } : null
}

/** `image/` is any picture, as is a beginning that ends with a dot, `''` is anything; a type may carry parameters, as in `text/vcard; charset=utf-8`. */
function fits(type: string, kind: string): boolean {
  const bare = (type.split(';')[0] ?? '').trim().toLowerCase()
  return kind === '' || (/[/.]$/.test(kind) ? bare.startsWith(kind) : bare === kind)
}
