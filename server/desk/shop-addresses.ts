import type { Settings } from '../protocol/settings.ts'

/** What automatic texts may name: the shop, and where it is reached by mail. */
export function textValues(settings: Settings): { organization: string; email: string | null } {
  const email = settings.email.helpAddress || settings.email.mailboxes[0]?.address
  return { organization: settings.general.shopName, email: email ?? null }
}

/** Every address and number of this installation: none of them is a customer's (P-5). */
export function ownAddresses({ email, sms, whatsapp }: Settings): string[] {
  return [
    ...email.mailboxes.flatMap((mailbox) => [mailbox.address, mailbox.forwardsTo]),
    ...sms.numbers.map(({ number }) => number),
    ...whatsapp.numbers.map(({ number }) => number),
  ].filter((address) => address !== '')
}
