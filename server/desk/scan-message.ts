import type { Settings } from '../protocol/settings.ts'
import type { CustomerRecord } from '../store/customers.ts'
import { taughtAbout, trustOf } from '../store/lessons.ts'
import type { TicketRecord } from '../store/tickets.ts'
import { isScanned } from '../tickets/spam-guard.ts'
import { countedOf, findIn } from '../tickets/text/features.ts'
import { type Judged, judgeFound } from '../tickets/text/scan.ts'
import { nothingTaught } from '../tickets/text/taught.ts'
import type { Work } from './desk.ts'
import type { InboundMessage } from './take-in.ts'

const clean: Judged = { spam: false, sum: 0, reasons: [] }

/** S-8: what the scanner says of a message from this customer into that ticket; clean where it is not asked. */
export async function scanMessage(
  w: Work,
  inbound: InboundMessage,
  customer: CustomerRecord,
  settings: Settings,
  into: TicketRecord | undefined,
): Promise<Judged> {
  const { channel, remote } = inbound
  if (remote === null) return clean
  const writer = {
    blocked: customer.blocked_at !== null,
    signedIn: customer.shop_id !== null,
    answered: into !== undefined && into.last_agent_at !== null,
    ordered: false,
    cleared: false,
  }
  // What costs nothing is asked first.
  if (!isScanned(channel, settings.scanner, writer)) return clean
  const trust = await trustOf(w.tx, customer.id)
  if (!isScanned(channel, settings.scanner, { ...writer, ...trust })) return clean

  const subject = channel === 'email' ? (remote.subject ?? '') : null
  const found = findIn({ text: inbound.whole ?? inbound.text, subject, signs: inbound.signs ?? [] })
  const names = countedOf(found).map(({ name }) => name)
  const taught = await taughtAbout(w.tx, ['spam'], names)
  return judgeFound(found, taught.get('spam') ?? nothingTaught)
}
