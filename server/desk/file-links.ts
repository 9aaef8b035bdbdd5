import type { Outbound } from '../channels/channel.ts'
import { filesOfMessage } from '../store/attachments.ts'
import type { Desk } from './desk.ts'
import { readFile } from './read-file.ts'

/** How long a provider may take to fetch a file of ours. */
const forProviders = 3_600_000

/** R-8: what leaves with a message: a mail carries the bytes, everybody else gets a link that nobody guesses. */
export async function filesToSend(desk: Desk, messageId: string | null): Promise<Outbound['attachments']> {
  if (messageId === null) return []
  const files = await filesOfMessage(desk.db, messageId)
  return files.map(({ id, name, type, bytes }) => ({ name, type, bytes, url: fileLink(desk, id, forProviders) }))
}

/** Where whoever has this address finds a file, for so long. */
function fileLink(desk: Desk, id: string, ms: number): string {
  return `${desk.hooksUrl()}/${filePath(desk, id, ms)}`
}

/** The same below whatever address the desk is reached at. */
export function filePath(desk: Desk, id: string, ms: number): string {
  const until = (desk.realClock.now() + ms).toString(36)
  return `files/${id}/${until}/${desk.secrets.sign('file', `${id} ${until}`)}`
}

/** The file behind a link that was made here and still holds; undefined otherwise. */
export async function readLinkedFile(desk: Desk, link: { id: string; until: string; signature: string }) {
  const { id, until, signature } = link
  if (!desk.secrets.signed('file', `${id} ${until}`, signature)) return undefined
  return Number.parseInt(until, 36) < desk.realClock.now() ? undefined : readFile(desk, id)
}
