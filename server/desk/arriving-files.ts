import type { Attachment } from '../channels/channel.ts'
import type { FileNote } from '../store/attachments.ts'
import { trueType } from '../protocol/true-type.ts'

export type ArrivingFile = Attachment & { id: string }

/** M-5: files as a door hands them on, with ids of ours. What is here already is typed by its bytes, not by its sender. */
export function arriving(files: readonly Attachment[], newId: () => string): ArrivingFile[] {
  return files.map((file) =>
    'bytes' in file ? { ...file, id: newId(), type: trueType(file.bytes, file.type) } : { ...file, id: newId() },
  )
}

/** What the thread says of them. */
export const notesOf = (files: readonly ArrivingFile[]): FileNote[] =>
  files.map((file) => ({
    id: file.id,
    name: file.name,
    type: file.type,
    state: 'bytes' in file ? 'here' : 'waiting',
    size: 'bytes' in file ? file.bytes.length : null,
    why: null,
  }))
