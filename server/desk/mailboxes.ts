import type { Settings } from '../protocol/settings.ts'
import { addressKey, mailboxKey } from '../tickets/mail-address.ts'

/** D-11: one of the brand's support addresses, and the address here that it forwards to. */
export type Mailbox = Settings['email']['mailboxes'][number]

/** The mailbox that an address of ours belongs to, with a token or without; undefined: it is none of ours. */
export function mailboxOf({ email }: Settings, address: string): Mailbox | undefined {
  const written = addressKey(address)
  const untagged = mailboxKey(address)
  return (
    email.mailboxes.find((one) => one.forwardsTo === untagged) ??
    email.mailboxes.find((one) => one.address === written) ??
    email.mailboxes.find((one) => one.address === untagged)
  )
}

/**
 * What a mail leaves from that names this address of ours: its mailbox; for the address of the follow-up (W-10), which
 * need not be one, that address with the answers of the first mailbox; else the first mailbox, where there is any.
 */
export function mailboxFor(settings: Settings, address: string): Mailbox | undefined {
  const [first] = settings.email.mailboxes
  const own = mailboxOf(settings, address)
  if (own !== undefined || first === undefined || settings.webChat.followUpFrom !== address) return own ?? first
  return { address, forwardsTo: first.forwardsTo }
}

/** Can answers leave by mail? */
export function canMail({ email }: Settings, providers: { relayUrl: string | null }): boolean {
  return email.on && email.mailboxes.length > 0 && providers.relayUrl !== null
}

export function hostOf(address: string): string {
  return addressKey(address.slice(address.lastIndexOf('@') + 1))
}
