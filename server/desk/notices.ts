import type { Outbound, SendResult } from '../channels/channel.ts'
import type { ChannelName } from '../protocol/channel.ts'
import { findCustomer } from '../store/customers.ts'
import {
  addNotice,
  claimNotice,
  cutOffNotices,
  dropNotice,
  endNotice,
  heardFrom,
  lockNotice,
  type NoticeRecord,
  waitAgain,
} from '../store/notices.ts'
import { findTicket, type TicketRecord } from '../store/tickets.ts'
import { noticeGap } from '../tickets/notices.ts'
import { currentSettings } from './current-settings.ts'
import { type Desk, type Work, work } from './desk.ts'
import { hostOf } from './mailboxes.ts'
import { textValues } from './shop-addresses.ts'
import { onceMoreOnTwin } from './twin.ts'

/** Waits between the tries, in milliseconds. */
const waits = [5_000, 30_000, 2 * 60_000, 10 * 60_000, 30 * 60_000, 2 * 3_600_000]
/** Messages one notice tells of, and characters of each. */
const mostMessages = 20
const mostPoints = 1_000

/** M-6: tells these addresses of a message, in the transaction that writes it. */
export async function queueNotices(w: Work, ticket: TicketRecord, fromSeq: number, addresses: string[]): Promise<void> {
  if (w.desk.providers.relayUrl === null) return
  for (const address of addresses) {
    const id = w.desk.secrets.derivedId('notice', `${ticket.id} ${fromSeq} ${address}`)
    await addNotice(w.tx, { id, ticketId: ticket.id, address, fromSeq, at: w.now, gapMs: noticeGap })
  }
  if (addresses.length > 0) w.tell({ kind: 'delivery_queued' })
}

/** Takes the next notice that is due, for one try by this process. Null: nothing is due. */
export async function claimNextNotice(desk: Desk): Promise<Outbound | null> {
  for (;;) {
    const claimed = await claimNotice(desk.db, desk.processId, desk.clock.now())
    if (claimed === undefined) return null
    const letter = await letterOf(desk, claimed)
    if (letter !== null) return letter
    await dropNotice(desk.db, claimed.id)
  }
}

/** Null: there is nothing to tell any more, or nobody who wants to hear it. */
async function letterOf(desk: Desk, notice: NoticeRecord): Promise<Outbound | null> {
  const { settings } = await currentSettings(desk.settings, desk.db)
  const { email: from } = textValues(settings)
  const ticket = await findTicket(desk.db, notice.ticket_id)
  const customer = ticket === undefined ? undefined : await findCustomer(desk.db, ticket.customer_id)
  if (from === null || ticket === undefined || customer === undefined) return null
  if (!settings.general.notify.includes(notice.address)) return null
  if (ticket.spam || customer.blocked_at !== null) return null
  const heard = await heardFrom(desk.db, ticket.id, notice.from_seq, mostMessages)
  const [first] = heard
  if (first === undefined) return null
  const host = hostOf(from)
  const bounces = settings.email.mailboxes[0]?.forwardsTo ?? from
  return {
    id: notice.id,
    channel: 'email',
    to: { kind: 'email', value: notice.address },
    from,
    text: letter(desk, ticket, { who: customer.name, heard, channel: first.channel }),
    attachments: [],
    statusUrl: null,
    mail: {
      subject: `${customer.name}: ${ticket.subject ?? channelWords[first.channel]} (#${ticket.number})`,
      // The same at every try; those of one ticket stand together in a mail program.
      messageId: desk.mail.messageId(notice.id, host),
      inReplyTo: null,
      references: [desk.mail.messageId(ticket.id, host)],
      replyTo: from,
      fromName: settings.general.shopName,
      bounceTo: desk.mail.bounceAddress(notice.id, hostOf(bounces)),
      automatic: true,
    },
  }
}

const channelWords: Record<ChannelName, string> = {
  web_chat: 'web chat',
  email: 'email',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  instagram: 'Instagram',
  messenger: 'Messenger',
}

function letter(
  desk: Desk,
  ticket: TicketRecord,
  { who, heard, channel }: { who: string; heard: { text: string }[]; channel: ChannelName },
): string {
  const said = heard.map(({ text }) => (text.trim() === '' ? '(a file)' : shortened(text)))
  return [
    `${who} wrote by ${channelWords[channel]}:`,
    ...said,
    ...(heard.length === mostMessages ? ['…'] : []),
    '________________________________',
    `Read and answer it in the inbox: ${desk.pageUrl()}/inbox/all/${ticket.id}`,
    'This address is told of new messages because it stands in the settings, under Notifications. Answers to this mail do not reach the customer.',
  ].join('\n\n')
}

function shortened(text: string): string {
  const points = Array.from(text.slice(0, mostPoints * 2))
  return points.length > mostPoints ? `${points.slice(0, mostPoints).join('')} …` : text
}

/** Writes down what became of a try; a mail may go again, for its Message-ID makes the two one. */
export function noticeTried(desk: Desk, id: string, result: SendResult): Promise<void> {
  return onceMoreOnTwin(() =>
    work(desk, async (w) => {
      const notice = await lockNotice(w.tx, id)
      if (notice === undefined) return
      if ('sent' in result) return endNotice(w.tx, notice, { sentAt: w.now })
      if ('refused' in result) {
        desk.log.warn({ where: 'notice', code: result.code }, 'a notice was refused')
        return endNotice(w.tx, notice, { error: result.words })
      }
      const wait = waits[notice.attempts - 1]
      if (wait === undefined) return endNotice(w.tx, notice, { error: result.reason })
      await waitAgain(w.tx, notice, w.now + wait)
    }),
  )
}

/** Notices whose process died while it tried go again. */
export function settleCutOffNotices(desk: Desk): Promise<void> {
  return onceMoreOnTwin(() =>
    work(desk, async (w) => {
      for (const notice of await cutOffNotices(w.tx, desk.processId)) await waitAgain(w.tx, notice, w.now)
    }),
  )
}
