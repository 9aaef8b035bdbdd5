import type { MailFacts } from '../channels/channel.ts'
import type { CustomerRecord } from '../store/customers.ts'
import { namesOf } from '../store/identities.ts'
import { campaignOf, findMail, findThread, type MailThread, threadsOfMails, threadsOfMessages } from '../store/mails.ts'
import { findTicket } from '../store/tickets.ts'
import { campaignThread, mayJoinThread, threadOf } from '../tickets/mail-thread.ts'
import type { Work } from './desk.ts'

/**
 * Where a mail belongs: the thread's id, and the thread if there is one. `aimedAt`: the ticket of the thread it pointed
 * to, where its sender takes no part (T-2).
 */
export type MailPlace = { id: string; thread: MailThread | undefined; aimedAt: string | null }

/** T-2: the thread that a mail names by our signed token, else by the messages it refers to. */
export async function pointedThread(w: Work, mail: MailFacts): Promise<MailThread | undefined> {
  const { mail: tokens } = w.desk
  const token = [...mail.to, ...mail.cc].map(tokens.repliedThread).find((thread) => thread !== null) ?? null
  const ours = new Map(mail.references.map((id) => [id, tokens.answeredMessage(id)]))
  const theirs = mail.references.filter((id) => ours.get(id) === null)
  const byMessage = await threadsOfMessages(
    w.tx,
    [...ours.values()].filter((id) => id !== null),
  )
  const byMail = await threadsOfMails(w.tx, theirs)
  const known = (id: string) => {
    const message = ours.get(id) ?? null
    return (message === null ? byMail.get(id) : byMessage.get(message)) ?? null
  }
  const named = token === null ? undefined : await findThread(w.tx, token)
  const id = threadOf({ token: named?.id ?? null, references: mail.references }, known)
  return named ?? (id === null ? undefined : findThread(w.tx, id))
}

/** The thread of the message whose envelope's sender was written to. */
export async function bouncedThread(w: Work, to: readonly string[]): Promise<MailThread | undefined> {
  for (const address of to) {
    const message = w.desk.mail.bouncedMessage(/\+([^@]*)@/.exec(address)?.[1] ?? '')
    const mail = message === null ? undefined : await findMail(w.tx, message)
    if (mail !== undefined) return findThread(w.tx, mail.thread_id)
  }
  return undefined
}

/** T-2: the thread it points to if its sender takes part in it, else one of the sender's own. The sender is locked. */
export async function placeOf(
  w: Work,
  pointed: MailThread | undefined,
  sender: CustomerRecord,
  address: string,
  mail: MailFacts,
): Promise<MailPlace> {
  if (pointed !== undefined && (await mayJoin(w, pointed, sender, address))) {
    return { id: pointed.id, thread: pointed, aimedAt: null }
  }
  const id = w.desk.secrets.derivedId('mail thread', `${sender.id} ${await rootOf(w, pointed, sender, address, mail)}`)
  const thread = await findThread(w.tx, id)
  return { id, thread, aimedAt: thread === undefined ? (pointed?.ticket_id ?? null) : null }
}

async function mayJoin(w: Work, thread: MailThread, sender: CustomerRecord, address: string): Promise<boolean> {
  const ticket = await findTicket(w.tx, thread.ticket_id)
  if (ticket === undefined) return false
  if (ticket.customer_id === sender.id) return true
  // S-9: what a blocked sender writes goes nowhere but to their own tickets.
  if (sender.blocked_at !== null) return false
  const names = await namesOf(w.tx, ticket.customer_id)
  const customerAddresses = names.filter(({ kind }) => kind === 'email').map(({ value }) => value)
  return mayJoinThread({ customerAddresses, participants: thread.participants }, address)
}

/**
 * What a thread of the sender's own begins with: a stranger's what they aim at; an answer to a campaign that campaign;
 * else the first message of its chain, so that mails which overtook the one they answer meet it there.
 */
async function rootOf(
  w: Work,
  pointed: MailThread | undefined,
  sender: CustomerRecord,
  address: string,
  mail: MailFacts,
): Promise<string> {
  if (pointed !== undefined) return pointed.id
  const campaign = await campaignOf(w.tx, sender.id, mail.references)
  if (campaign !== null) return campaignThread(campaign, address)
  return mail.references[0] ?? mail.messageId
}
