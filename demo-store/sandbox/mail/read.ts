import PostalMime from 'postal-mime'
import type { Files } from '../files.ts'
import type { Letter } from '../memory.ts'
import type { Person } from '../people.ts'

const bare = (id: string): string => id.trim().replace(/^<|>$/g, '')
const ids = (text: string | undefined): string[] => (text?.match(/<[^<>\s]+>/g) ?? []).map(bare)

/** A mail that came for a person, read as their mail program does. */
export const readLetter = async (
  raw: Buffer,
  { person, envelopeFrom, files, now }: { person: Person; envelopeFrom: string | null; files: Files; now: number },
): Promise<Letter> => {
  const mail = await PostalMime.parse(raw)
  const from = mail.from?.address ?? envelopeFrom ?? ''
  const kept = mail.attachments.map(({ filename, mimeType, content, contentId }) => {
    const bytes = Buffer.from(typeof content === 'string' ? content : new Uint8Array(content))
    return { contentId, file: files.keep({ name: filename ?? 'file', type: mimeType, bytes }) }
  })
  // Pictures that stand inside the mail are put there, for the frame that shows it may load nothing.
  let html = mail.html ?? null
  for (const { contentId, file } of kept) {
    if (contentId === undefined || html === null || !/^image\/(?:png|jpeg|gif|webp)$/.test(file.type)) continue
    html = html.replaceAll(`cid:${bare(contentId)}`, `data:${file.type};base64,${file.bytes.toString('base64')}`)
  }
  return {
    id: bare(mail.messageId ?? `${now}@nowhere`),
    person: person.id,
    isOwn: false,
    from,
    to: mail.to?.[0]?.address ?? person.email,
    replyTo: mail.replyTo?.[0]?.address ?? from,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html,
    files: kept.map(({ file }) => file.id),
    references: [...new Set([...ids(mail.references), ...ids(mail.inReplyTo)])],
    envelopeFrom,
    at: now,
    isRead: false,
    error: null,
    raw,
  }
}
