import type { ChannelEvent } from '../channels/channel.ts'
import { bounceMailbox, type Envelope, type MailThreads, type Receipt } from '../channels/mail.ts'
import { currentSettings } from '../desk/current-settings.ts'
import type { Desk } from '../desk/desk.ts'
import { hearProvider } from '../desk/hear-provider.ts'
import { hostOf, mailboxOf } from '../desk/mailboxes.ts'
import { ownAddresses } from '../desk/shop-addresses.ts'
import type { Settings } from '../protocol/settings.ts'
import { addressKey, mailboxKey } from '../tickets/mail-address.ts'
import { failed } from './door.ts'

/**
 * What the SMTP door does with a mail: read beside the server, taken in after the same rules as every other message,
 * and answered only then (SAFETY 2). What cannot be taken now is to be brought again.
 */
export function mailDoor(desk: Desk, threads: Pick<MailThreads, 'read'>) {
  return async (raw: Buffer, envelope: Envelope): Promise<Receipt> => {
    const { settings } = await currentSettings(desk.settings, desk.db)
    const to = settings.email.on ? envelope.to.filter((address) => isOurs(settings, address)) : []
    if (to.length === 0) return 'unknown_mailbox'
    const read = await threads.read(raw, {
      envelope: { from: envelope.from, to },
      receivedAt: desk.clock.now(),
      own: ownAddresses(settings).map(addressKey),
      trustedRelays: [],
    })
    if ('unreadable' in read) {
      const { unreadable } = read
      desk.log.warn({ where: 'mail', unreadable, bytes: raw.length }, 'a mail that could not be read')
      // Ours, or the hour's, may be better tomorrow; the others never will.
      return unreadable === 'broken' || unreadable === 'too_slow' ? 'later' : 'unreadable'
    }
    let all = true
    for (const event of read.events) all = (await hear(desk, event)) && all
    return all ? 'accepted' : 'later'
  }
}

/** Each event by itself: what one mailbox cannot take keeps the mail from no other, and is brought again. */
async function hear(desk: Desk, event: ChannelEvent): Promise<boolean> {
  try {
    await hearProvider(desk, 'mail', event)
    return true
  } catch (error) {
    failed(desk.log, error, 'mail')
    return false
  }
}

/** A mailbox, with a token or without, or the address that reports come to. */
function isOurs(settings: Settings, address: string): boolean {
  if (mailboxOf(settings, address) !== undefined) return true
  const reports = (host: string) => mailboxKey(address) === `${bounceMailbox}@${host}`
  return settings.email.mailboxes.some(({ forwardsTo }) => reports(hostOf(forwardsTo)))
}
