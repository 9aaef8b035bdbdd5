import type { ErrorCode } from '../protocol/errors.ts'
import { type CustomerRecord, findCustomer, lockCustomer, mailTo, writeLeftEmail } from '../store/customers.ts'
import { leftAddress } from '../tickets/left-address.ts'
import { currentSettings } from './current-settings.ts'
import { type Desk, type Work, work } from './desk.ts'
import { runningTicket } from './read-conversation.ts'
import { ownAddresses } from './shop-addresses.ts'

/**
 * a shopper whose shop vouches for no address leaves one, or another one, where answers may go. It makes them nobody
 * else. A blocked one is not told that it goes nowhere (S-9).
 */
export function leaveAddress(
  desk: Desk,
  customerId: string,
  written: string,
): Promise<{ email: string } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const customer = await lockCustomer(w.tx, customerId)
    if (customer === undefined) return { refused: 'not_found' }
    if (customer.email !== null) return { refused: 'not_ours' }
    const { settings } = await currentSettings(w.desk.settings, w.tx)
    const email = leftAddress(written, ownAddresses(settings))
    if (email === null) return { refused: 'no_address' }
    if (customer.blocked_at !== null) return { email }
    await keepLeft(w, customer.id, email)
    const running = await runningTicket(w.tx, customerId)
    // What an agent may answer by has changed.
    if (running !== undefined) w.tell({ kind: 'ticket', ticketId: running.id })
    return { email }
  })
}

/** The address they left last, for their own pages. */
export async function readLeftAddress(desk: Desk, customerId: string): Promise<string | null> {
  return (await findCustomer(desk.db, customerId))?.left_email ?? null
}

/** The same by a chat message that is an address and nothing else; its ticket is told of already. */
export async function leftInMessage(w: Work, customer: CustomerRecord, text: string): Promise<void> {
  const { settings } = await currentSettings(w.desk.settings, w.tx)
  const email = mailTo(customer) === customer.left_email ? leftAddress(text, ownAddresses(settings)) : null
  if (email !== null) await keepLeft(w, customer.id, email)
}

async function keepLeft(w: Work, customerId: string, email: string): Promise<void> {
  await writeLeftEmail(w.tx, customerId, email)
  w.tell({ kind: 'address_left', customerId })
}
