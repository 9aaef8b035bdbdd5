import { filesMisfit } from '../../../server/protocol/file-room.ts'
import { shopperFiles } from '../../../server/protocol/shopper-files.ts'
import type { Chat } from '../chat.ts'
import { keepFiles } from './kept-files.ts'

/** Why these files cannot be sent; null: they can. The desk looks again, at their bytes (S16). */
export function misfitOf(files: readonly File[]) {
  const asked = files.map(({ type, size }, at) => ({ id: String(at), type, size }))
  const empty = asked.find(({ size }) => size === 0)
  return empty
    ? { refused: 'file_not_possible' as const, most: null, file: empty.id }
    : filesMisfit(shopperFiles, asked)
}

/** Keeps the files and puts their message into the outbox. Answers whether it was taken. */
export async function sendFiles({ outbox, world }: Chat, text: string, files: readonly File[]): Promise<boolean> {
  if (misfitOf(files)) return false
  const id = world.newId()
  await keepFiles(id, files, world.now())
  const carried = { id, files: files.map(({ name, type, size }) => ({ name, type, size })) }
  return outbox.add(text, undefined, carried) === null
}
