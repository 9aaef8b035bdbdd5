import { readFileBytes } from '../store/attachments.ts'
import { trueType } from '../protocol/true-type.ts'
import type { Desk } from './desk.ts'

/** A file of a message with its true type; undefined where there is none, or where it is not here. */
export async function readFile(
  desk: Desk,
  id: string,
): Promise<{ name: string; type: string; bytes: Buffer } | undefined> {
  const file = await readFileBytes(desk.db, id)
  return file && { ...file, type: trueType(file.bytes, file.type) }
}
