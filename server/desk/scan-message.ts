import type { ChannelName } from '../protocol/channel.ts'
import type { Settings } from '../protocol/settings.ts'
import type { Db } from '../store/connect.ts'
import type { CustomerRecord } from '../store/customers.ts'
import { taughtAbout, trustOf } from '../store/lessons.ts'
import type { TicketRecord } from '../store/tickets.ts'
import { isScanned } from '../tickets/spam-guard.ts'
import { countedOf, findIn } from '../tickets/text/features.ts'
import { type Judged, judgeFound } from '../tickets/text/scan.ts'
import { nothingTaught } from '../tickets/text/taught.ts'
import type { InboundMessage } from './take-in.ts'

const clean: Judged = { spam: false, sum: 0, reasons: [] }

type Scanned = {
  channel: ChannelName
  /** Who writes; undefined where nobody is known by that name yet. */
  customer: CustomerRecord | undefined
  /** The ticket it goes into, if there is one and the writer has a part in it. */
  into: TicketRecord | undefined
  text: string
  /** Of a mail. */
  subject?: string | null | undefined
  signs?: InboundMessage['signs']
}

/** S-8: what the scanner says of a message; clean where it is not asked. */
export async function scanMessage(db: Db, settings: Settings, message: Scanned): Promise<Judged> {
  const { channel, customer, into, text, subject, signs = [] } = message
  const writer = {
    blocked: customer !== undefined && customer.blocked_at !== null,
    signedIn: customer !== undefined && customer.shop_id !== null,
    answered: into !== undefined && into.last_agent_at !== null,
    ordered: false,
    cleared: false,
  }
  // What costs nothing is asked first.
  if (!isScanned(channel, settings.scanner, writer)) return clean
  const trust = customer && (await trustOf(db, customer.id))
  if (trust !== undefined && !isScanned(channel, settings.scanner, { ...writer, ...trust })) return clean

  const found = findIn({ text, subject: channel === 'email' ? (subject ?? '') : null, signs })
  const names = countedOf(found).map(({ name }) => name)
  const taught = await taughtAbout(db, ['spam'], names)
  return judgeFound(found, taught.get('spam') ?? nothingTaught)
}
