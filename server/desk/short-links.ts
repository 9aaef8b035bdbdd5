import { addShortLinks, countClick, findShortLink, shortLinksOf } from '../store/short-links.ts'
import { findMessage } from '../store/threads.ts'
import { lockTicket } from '../store/tickets.ts'
import { linksIn, withShortLinks } from '../tickets/links.ts'
import { type Desk, type Work, work } from './desk.ts'
import { writeEntries } from './write-entries.ts'

/** Of 62 letters and digits: more than 64 bits (S10). */
const codeLength = 11

/** gives the links of a text message their short ones, in the transaction that writes it. */
export async function shortenLinks(w: Work, messageId: string, text: string): Promise<void> {
  const links = linksIn(text)
    .map((url) => ({ url, code: codeOf(w.desk, messageId, url) }))
    .filter(({ url, code }) => shortUrl(w.desk, code).length < url.length)
  await addShortLinks(w.tx, messageId, links)
}

/** The text of a message as it leaves, with the short links it was given. */
export async function textAsSent(desk: Desk, messageId: string, text: string): Promise<string> {
  const links = await shortLinksOf(desk.db, messageId)
  return withShortLinks(text, new Map(links.map(({ url, code }) => [url, shortUrl(desk, code)])))
}

/** somebody follows a short link: where it leads, or null. The first click is told in the message's thread. */
export async function followShortLink(desk: Desk, code: string, counts: boolean): Promise<string | null> {
  if (!counts) return (await findShortLink(desk.db, code)) ?? null
  return work(desk, async (w) => {
    const link = await countClick(w.tx, code, w.now)
    if (link === undefined) return null
    const message = link.isFirst ? await findMessage(w.tx, link.messageId) : undefined
    const ticket = message && (await lockTicket(w.tx, message.ticketId))
    if (ticket !== undefined) {
      await writeEntries(w, ticket, [{ data: { type: 'clicked', message: link.messageId, url: link.url } }])
    }
    return link.url
  })
}

/** Always the same for the same link of a message, and nobody else's guess. */
function codeOf(desk: Desk, messageId: string, url: string): string {
  return desk.secrets.sign('short link', `${messageId} ${url}`).replaceAll(/[-_]/g, '').slice(0, codeLength)
}

const shortUrl = (desk: Desk, code: string): string => `${desk.hooksUrl()}/l/${code}`
