import type { ThreadEvent } from '../protocol/thread.ts'
import type { ThreadFile } from '../protocol/files.ts'
import type { FileNote } from '../store/attachments.ts'
import type { Entry, Reader } from '../store/threads.ts'
import { fileKind } from '../tickets/file-type.ts'

/**
 * An entry of the log as one reader sees it, or null where it is not for their eyes. The customer gets their own
 * count, and of the team no more than a name (I4, P-1).
 */
export function viewFor(reader: Reader, entry: Entry): ThreadEvent | null {
  const n = reader === 'agent' ? entry.seq : entry.customerSeq
  if (n === null) return null
  const { at, data, message } = entry
  switch (data.type) {
    case 'message':
      if (message === null) throw new Error(`Entry ${entry.ticketId}/${entry.seq} has lost its message.`)
      return {
        type: 'message',
        n,
        at,
        id: message.id,
        from: message.from,
        name: reader === 'customer' && message.from === 'customer' ? null : entry.name,
        channel: message.channel,
        text: message.text,
        ...(reader === 'agent' && message.from === 'agent' && message.authorId !== null && { by: message.authorId }),
        ...(reader === 'agent' && message.mail && { mail: message.mail }),
        ...(message.files && { files: message.files.map(fileView) }),
        ...(reader === 'agent' && data.story && { story: data.story }),
        ...(reader === 'agent' && data.sent && { sent: data.sent }),
      }
    case 'note': {
      if (entry.note === null || entry.memberId === null)
        throw new Error(`Entry ${entry.ticketId}/${entry.seq} has lost its note.`)
      return { type: 'note', n, at, ...entry.note, by: entry.memberId, name: entry.name }
    }
    case 'status':
      return {
        type: 'status',
        n,
        at,
        status: data.status,
        by: data.by,
        name: reader === 'agent' ? entry.name : null,
        until: data.until,
      }
    case 'seen':
      return { type: 'seen', n, at, by: data.by, upTo: reader === 'agent' ? data.upTo : data.customerUpTo }
    case 'assigned':
      return {
        type: 'assigned',
        n,
        at,
        to: entry.toName,
        name: entry.name,
        ...(data.team !== undefined && { team: data.team }),
        ...(data.left !== undefined && { left: data.left }),
        ...(data.why !== undefined && { why: data.why }),
      }
    case 'tags':
      return {
        type: 'tags',
        n,
        at,
        added: data.added,
        removed: data.removed,
        name: entry.name,
        ...(data.automatic && { automatic: true }),
      }
    case 'priority':
      return {
        type: 'priority',
        n,
        at,
        priority: data.priority,
        name: entry.name,
        ...(data.rule !== undefined && { rule: data.rule }),
      }
    case 'spam':
      return { type: 'spam', n, at, on: data.on, name: entry.name, ...(data.why && { why: data.why }) }
    case 'satisfaction':
      return { type: 'satisfaction', n, at, score: data.score, comment: data.comment }
    case 'delivery':
      return { type: 'delivery', n, at, message: data.message, state: data.state, words: data.words }
    case 'clicked':
      return { type: 'clicked', n, at, message: data.message, url: data.url }
    case 'file':
      return { type: 'file', n, at, message: data.message, file: fileView(data.file) }
    case 'keyword':
      return { type: 'keyword', n, at, keyword: data.keyword, text: data.text }
    case 'moved':
      return { type: 'moved', n, at, way: data.way, number: data.number, name: entry.name }
    case 'blocked':
      return { type: 'blocked', n, at, on: data.on, name: entry.name }
  }
}

export function viewsFor(reader: Reader, entries: Entry[]): ThreadEvent[] {
  return entries.flatMap((entry) => viewFor(reader, entry) ?? [])
}

export const fileView = (file: FileNote): ThreadFile => ({ ...file, kind: fileKind(file.type) })
