import { filesMisfit } from '../../../server/protocol/file-room.ts'
import { shopperFiles } from '../../../server/protocol/shopper-files.ts'
import { telling, trueType } from '../../../server/protocol/true-type.ts'
import type { Chat } from '../chat.ts'
import { plainName } from './file-name.ts'
import { forgetFiles, keepFiles, keptFiles } from './kept-files.ts'

/** What files are by their first bytes, once somebody has looked. */
const types = new WeakMap<File, string>()

/** Looks into files that nobody looked into: a program may be called a picture. One that cannot be read is of no kind. */
export async function lookInto(files: readonly File[]): Promise<void> {
  const look = async (file: File) => {
    const begin = await file
      .slice(0, telling)
      .arrayBuffer()
      .catch(() => null)
    types.set(file, begin ? trueType(new Uint8Array(begin), file.type) : '')
  }
  await Promise.all(files.filter((file) => !types.has(file)).map(look))
}

export const isLookedInto = (files: readonly File[]): boolean => files.every((file) => types.has(file))

/** Why these files cannot be sent, as far as is known; null: they can. The desk looks again, at their bytes (S16). */
export function misfitOf(files: readonly File[]) {
  const asked = files.map((file, at) => ({ id: String(at), type: types.get(file) ?? file.type, size: file.size }))
  const empty = asked.find(({ size }) => size === 0)
  return empty
    ? { refused: 'file_not_possible' as const, most: null, file: empty.id }
    : filesMisfit(shopperFiles, asked)
}

/** Keeps the files and puts their message into the outbox. Answers whether it was taken. */
export async function sendFiles({ outbox, world }: Chat, text: string, files: readonly File[]): Promise<boolean> {
  await lookInto(files)
  if (misfitOf(files)) return false
  const id = world.newId()
  await keepFiles(id, files, world.now())
  const carried = { id, files: files.map(({ name, type, size }) => ({ name: plainName(name), type, size })) }
  return outbox.add(text, undefined, carried) === null
}

/** A message that was refused goes back to where it was written, files and words, before whatever stands there now. */
export async function takeBack({ outbox, draft, files }: Chat, id: string): Promise<void> {
  const item = outbox.items.peek().find((one) => one.id === id)
  if (item?.state !== 'failed') return
  const kept = (await keptFiles(id)) ?? []
  outbox.discard(id)
  draft.value = [item.text, draft.peek()].filter(Boolean).join('\n')
  files.value = [...kept, ...files.peek()]
  await forgetFiles(id)
}
