import { addressKey, mailboxKey } from './mail-address.ts'

/** What a mail says about the thread it belongs to. Its subject says nothing (T-2). */
export type ThreadPointers = {
  /** The thread that our signed Reply-To token names; null without one, or when its signature is wrong. */
  token: string | null
  /** References, then In-Reply-To, oldest first. */
  references: readonly string[]
}

/** T-2: the thread a mail belongs to: our token's, else that of the newest message we know. Null: a thread of its own. */
export function threadOf(mail: ThreadPointers, threadOfMessage: (messageId: string) => string | null): string | null {
  if (mail.token !== null) return mail.token
  for (const id of mail.references.toReversed()) {
    const thread = threadOfMessage(id)
    if (thread !== null) return thread
  }
  return null
}

/** T-2: the thread of a campaign or flow mail: one for each recipient, though all may have got the same Message-ID. */
export function campaignThread(campaign: string, recipient: string): string {
  return `${campaign} ${addressKey(recipient)}`
}

/**
 * T-2: may this sender write into the thread? The customer's own addresses may, and those in To and Cc of earlier mails.
 * A bounce, which has no sender, may not.
 */
export function mayJoinThread(
  thread: { customerAddresses: readonly string[]; participants: readonly string[] },
  sender: string,
): boolean {
  const key = addressKey(sender)
  return key !== '' && [...thread.customerAddresses, ...thread.participants].some((one) => addressKey(one) === key)
}

/** T-2: who takes part once a mail has joined: those before, and its To and Cc, without our `own` mailboxes. */
export function participantsAfter(
  participants: readonly string[],
  mail: { to: readonly string[]; cc: readonly string[] },
  own: readonly string[],
): string[] {
  const ours = new Set(own.map(mailboxKey))
  const all = [...participants, ...mail.to, ...mail.cc].filter((one) => one.trim() !== '' && !ours.has(mailboxKey(one)))
  return [...new Set(all.map(addressKey))]
}
