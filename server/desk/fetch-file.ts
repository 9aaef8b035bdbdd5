import type { Connections } from '../channels/carriers.ts'
import type { Media } from '../channels/fetch-media.ts'
import type { LostWhy } from '../protocol/files.ts'
import {
  claimFile,
  type FileNote,
  keepFile,
  lockWaitingFile,
  loseFile,
  postponeFile,
  type WaitingFile,
} from '../store/attachments.ts'
import { findMessage } from '../store/threads.ts'
import { lockTicket } from '../store/tickets.ts'
import { trueType } from '../protocol/true-type.ts'
import { type Desk, type Work, work } from './desk.ts'
import { writeEntries } from './write-entries.ts'

/** Waits between the tries, in milliseconds; after the last one the file is lost. Addresses of files die within a day. */
const waits = [5_000, 30_000, 2 * 60_000, 10 * 60_000, 60 * 60_000, 6 * 3_600_000]

/** A try that has said nothing by then has died with its process. */
const tryLastsMs = 3 * 60_000

/** Takes the next file that is due, for one try by this process. Null: nothing is due. */
export async function claimNextFile(desk: Desk): Promise<WaitingFile | null> {
  const now = desk.clock.now()
  return (await claimFile(desk.db, now, now + tryLastsMs)) ?? null
}

/** Whose file it is, with what is needed to ask for it. */
export type WayToFile =
  | { twilio: string; settings: NonNullable<Connections['sms']> }
  | { meta: { url: string } | { mediaId: string }; settings: NonNullable<Connections['whatsapp']> }

/** Null where the connection is missing. */
export function wayToFile({ channel, source }: WaitingFile, connections: Connections): WayToFile | null {
  if (source === null) return null
  if (channel === 'sms') {
    const settings = connections.sms
    return settings !== null && 'url' in source ? { twilio: source.url, settings } : null
  }
  if (channel === 'web_chat' || channel === 'email') return null
  const settings = connections[channel]
  return settings === null ? null : { meta: source, settings }
}

/** M-5: writes down what became of a try, and tells it in the thread. A file's type is what its bytes say. */
export function fileTried(desk: Desk, id: string, media: Media): Promise<void> {
  return work(desk, async (w) => {
    const file = await lockWaitingFile(w.tx, id)
    if (file === undefined) return
    if ('bytes' in media) {
      const type = trueType(media.bytes, media.type)
      await keepFile(w.tx, id, type, media.bytes)
      return tellFile(w, file.message_id, { ...noteOf(file), type, state: 'here', size: media.bytes.length })
    }
    const wait = 'retry' in media ? waits[file.attempts - 1] : undefined
    if (wait !== undefined) {
      return postponeFile(w.tx, id, w.now + Math.max(wait, 'retry' in media ? (media.afterMs ?? 0) : 0))
    }
    const why: LostWhy = 'retry' in media ? 'unreachable' : reasons[media.code]
    await loseFile(w.tx, id, why)
    return tellFile(w, file.message_id, { ...noteOf(file), state: 'lost', why })
  })
}

const reasons = {
  gone: 'gone',
  too_large: 'too_large',
  forbidden: 'not_allowed',
  not_accepted: 'not_allowed',
} as const

const noteOf = ({ id, name, type }: { id: string; name: string; type: string }): FileNote => ({
  id,
  name,
  type,
  state: 'waiting',
  size: null,
  why: null,
})

async function tellFile(w: Work, message: string, file: FileNote): Promise<void> {
  const found = await findMessage(w.tx, message)
  const ticket = found && (await lockTicket(w.tx, found.ticketId))
  if (ticket !== undefined) await writeEntries(w, ticket, [{ data: { type: 'file', message, file } }])
}
