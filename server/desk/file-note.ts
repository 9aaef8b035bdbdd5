import type { Attachment } from '../channels/channel.ts'
import type { FileNote } from '../store/attachments.ts'

/** What the thread says of a file that came with a message. */
export const fileNote = (file: Attachment & { id: string }): FileNote => ({
  id: file.id,
  name: file.name,
  type: file.type,
  state: 'bytes' in file ? 'here' : 'waiting',
  size: 'bytes' in file ? file.bytes.length : null,
  why: null,
})
