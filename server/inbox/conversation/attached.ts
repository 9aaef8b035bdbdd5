import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { ErrorCode } from '../../protocol/errors.ts'
import { type DraftFile, type FileMisfit, type FileRoom, filesMisfit } from '../../protocol/file-room.ts'
import { largestFile } from '../../protocol/files.ts'
import type { Carried } from './carried.ts'

export type Picked = DraftFile & { file: File; name: string }

/** Files picked for an answer, until they are sent or taken away again. */
export type Attached = {
  readonly items: ReadonlySignal<readonly Picked[]>
  readonly sending: ReadonlySignal<boolean>
  /** Why the last try did not go through. */
  readonly problem: ReadonlySignal<ErrorCode | null>
  add(files: readonly File[]): void
  remove(id: string): void
  /** One try, with these words; answers whether it was taken. What was not stays here. */
  send(text: string, carried: Carried): Promise<boolean>
}

type Answer = { ok: true } | { ok: false; code: ErrorCode }
/** `fields`: what a reply carries, as fields of a form. */
type Parts = {
  send: (form: FormData) => Promise<Answer>
  fields: (carried: Carried) => Record<string, string>
  newId: () => string
}

export function createAttached({ send, fields, newId }: Parts): Attached {
  const items = signal<readonly Picked[]>([])
  const sending = signal(false)
  const problem = signal<ErrorCode | null>(null)
  /** The answer's id, the same as long as it says the same: a try that was taken and not answered is not sent twice. */
  let last = { id: '', said: '' }

  return {
    items,
    sending,
    problem,
    add(files) {
      const picked = files.map((file) => ({ id: newId(), file, name: file.name, type: file.type, size: file.size }))
      batch(() => {
        items.value = [...items.peek(), ...picked]
        problem.value = null
      })
    },
    remove(id) {
      batch(() => {
        items.value = items.peek().filter((item) => item.id !== id)
        problem.value = null
      })
    },
    async send(text, carried) {
      if (sending.peek()) return false
      const files = items.peek()
      const said = JSON.stringify([text, carried.channel, files.map(({ id }) => id)])
      if (said !== last.said) last = { id: newId(), said }
      const form = new FormData()
      form.set('id', last.id)
      form.set('text', text)
      for (const [name, value] of Object.entries(fields(carried))) form.set(name, value)
      for (const { file, name } of files) form.append('file', file, name)
      batch(() => {
        sending.value = true
        problem.value = null
      })
      const answer = await send(form)
      batch(() => {
        sending.value = false
        if (answer.ok) items.value = items.peek().filter((item) => !files.includes(item))
        else problem.value = answer.code
      })
      return answer.ok
    },
  }
}

/** Why these files cannot go by a channel; null: they can, or there are none. */
export function misfitOf(room: FileRoom | null, files: readonly DraftFile[]): FileMisfit | null {
  if (files.length === 0) return null
  const empty = files.find(({ size }) => size === 0)
  if (room === null || empty) return { refused: 'file_not_possible', most: null, file: empty?.id ?? null }
  if (files.reduce((sum, { size }) => sum + size, 0) > largestFile) {
    return { refused: 'file_too_large', most: largestFile, file: null }
  }
  return filesMisfit(room, files)
}
