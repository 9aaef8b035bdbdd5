import type { OpenedMail } from '../protocol/mail.ts'
import { findMail, type MailRecord, picturesIn } from '../store/mails.ts'
import { findMessage } from '../store/threads.ts'
import type { Desk } from './desk.ts'

/** Cleans the HTML of a mail, with the addresses of the pictures it brought by their Content-ID. */
type Clean = (html: string, wishes: { pictures: Record<string, string>; remote: boolean }) => Promise<Cleaned | null>
type Cleaned = { html: string; held: number }

/** All of a mail, for an agent who wants to see more than its fresh words. */
export async function readMail(
  desk: Desk,
  messageId: string,
  clean: Clean,
): Promise<OpenedMail | { refused: 'not_found' }> {
  const [mail, message] = await Promise.all([findMail(desk.db, messageId), findMessage(desk.db, messageId)])
  if (mail === undefined || message === undefined) return { refused: 'not_found' }
  const { subject, from, to, cc, whole } = mail
  const shown = await shownMail(desk, mail, clean, false)
  return { subject, from, to, cc, at: message.at, text: whole, html: shown !== null, held: shown?.held ?? 0 }
}

/** P-2: its page, cleaned anew each time; null where only its text can be shown. */
export async function mailPage(desk: Desk, messageId: string, clean: Clean, remote: boolean): Promise<Cleaned | null> {
  const mail = await findMail(desk.db, messageId)
  return mail === undefined ? null : shownMail(desk, mail, clean, remote)
}

/** Whatever the frame it is shown in may not fetch from us comes along: the pictures, as part of the page. */
async function shownMail(
  desk: Desk,
  { message_id, html }: MailRecord,
  clean: Clean,
  remote: boolean,
): Promise<Cleaned | null> {
  if (html === null) return null
  const found = await picturesIn(desk.db, message_id)
  const pictures = Object.fromEntries(
    found.map(({ id, type, bytes }) => [id, `data:${type};base64,${bytes.toString('base64')}`]),
  )
  return clean(html, { pictures, remote })
}
