import type { Db } from './connect.ts'

/**
 * The replies in a web chat that its shopper has not seen, oldest first, the newest `most`. What stands before a mail of
 * the team has reached them with its transcript.
 */
export async function missedReplies(db: Db, ticketId: string, customerSeen: number, most: number) {
  const rows = await db
    .selectFrom('events')
    .innerJoin('messages', 'messages.id', 'events.message_id')
    .leftJoin('members', 'members.id', 'events.member_id')
    .select(['events.at', 'messages.text', 'members.name as who'])
    .where('events.ticket_id', '=', ticketId)
    .where('events.customer_seq', '>', customerSeen)
    .where('messages.author_kind', '=', 'agent')
    .where('messages.channel', '=', 'web_chat')
    .where((q) =>
      q.not(
        q.exists(
          q
            .selectFrom('events as later')
            .innerJoin('messages as mail', 'mail.id', 'later.message_id')
            .select('later.seq')
            .whereRef('later.ticket_id', '=', 'events.ticket_id')
            .whereRef('later.seq', '>', 'events.seq')
            .where('mail.author_kind', '=', 'agent')
            .where('mail.channel', '=', 'email'),
        ),
      ),
    )
    .orderBy('events.seq', 'desc')
    .limit(most)
    .execute()
  return rows.toReversed()
}

/** A customer's newest web chat, where something stands that they have not seen and no follow-up went. */
export async function chatToFollowUp(db: Db, customerId: string): Promise<string | undefined> {
  const ticket = await db
    .selectFrom('tickets')
    .select(['id', 'customer_seq', 'customer_seen', 'followed_up_at'])
    .where('customer_id', '=', customerId)
    .where('channel', '=', 'web_chat')
    .orderBy('created_at', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (ticket === undefined || ticket.followed_up_at !== null) return undefined
  return ticket.customer_seen < ticket.customer_seq ? ticket.id : undefined
}
