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

/** Can answers leave by mail? */
export function canMail({ email }: Settings, providers: { relayUrl: string | null }): boolean {
  return email.on && email.mailboxes.length > 0 && providers.relayUrl !== null
}

export function hostOf(address: string): string {
  return addressKey(address.slice(address.lastIndexOf('@') + 1))
}
