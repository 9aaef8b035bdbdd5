import { sql } from 'kysely'
import type { ChannelName } from '../protocol/channel.ts'
import type { WhenAway } from '../protocol/routing.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'

/** All that the rule book asks about a message into a running conversation, in one look. */
export function readRunning(db: Db, channel: ChannelName, threadKey: string, customerId: string) {
  return db
    .selectFrom('tickets')
    .innerJoin('customers', 'customers.id', 'tickets.customer_id')
    .selectAll('tickets')
    .select((q) => [
      'customers.name as customer_name',
      'customers.blocked_at',
      q.selectFrom('settings').select('version').as('settings_version'),
      q.selectFrom('routing').select(sql<WhenAway>`body->'whenAway'`.as('when_away')).as('when_away'),
      q
        .selectFrom('members')
        .select('absent_since')
        .whereRef('members.id', '=', 'tickets.assignee_id')
        .as('assignee_absent_since'),
      q
        .exists(
          q
            .selectFrom('pages')
            .select('pages.id')
            .whereRef('pages.ticket_id', '=', 'tickets.id')
            .where('pages.kind', '=', 'agent')
            .where('pages.hidden_since', 'is', null)
            .where('pages.disconnected_at', 'is', null),
        )
        .as('watched'),
      q
        .exists(
          q
            .selectFrom('webhooks')
            .select('webhooks.id')
            .where('webhooks.off', 'is', null)
            .where(sql<boolean>`'message.received' = any(webhooks.events) and ${channel} = any(webhooks.channels)`),
        )
        .as('hooked'),
    ])
    .where('tickets.channel', '=', channel)
    .where('tickets.thread_key', '=', threadKey)
    .where('tickets.status', '=', 'open')
    .where('tickets.customer_id', '=', customerId)
    .executeTakeFirst()
}

/**
 * Appends a customer's message to an open ticket that is still as it was read (`seq`), in one statement: ticket, message
 * and log together or not at all. Undefined when somebody was quicker. Throws a unique violation for a known id.
 */
export async function appendToRunning(
  db: Db,
  message: {
    id: string
    ticketId: string
    seq: number
    customerId: string
    channel: ChannelName
    text: string
    preview: string
    unread: boolean
    waitingSince: number
    /** When the team is nudged, where the customer begins to wait with this (W-12). */
    nudgeAt: number | null
    at: number
  },
): Promise<{ seq: number; customerSeq: number } | undefined> {
  const at = moment(message.at)
  const nudged =
    message.nudgeAt === null
      ? sql``
      : sql`, nudged as (
      insert into timers (kind, subject_id, due_at) select 'nudge', id, ${moment(message.nudgeAt)} from ticket
      on conflict (kind, subject_id) do update set due_at = excluded.due_at
    )`
  const { rows } = await sql<{ seq: number; customerSeq: number }>`
    with ticket as (
      update tickets set
        seq = seq + 1, customer_seq = customer_seq + 1, unread = unread or ${message.unread},
        last_message_at = ${at}, last_customer_at = ${at},
        waiting_since = ${moment(message.waitingSince)},
        preview_from = 'customer', preview_text = ${message.preview}, preview_kind = null,
        preview_by = null
      where id = ${message.ticketId} and seq = ${message.seq} and status = 'open'
      returning id, seq, customer_seq
    ), said as (
      insert into messages (id, ticket_id, author_kind, author_id, channel, text, at)
      select ${message.id}, id, 'customer', ${message.customerId}, ${message.channel}, ${message.text}, ${at} from ticket
    ), logged as (
      insert into events (ticket_id, seq, customer_seq, at, type, data, message_id)
      select id, seq, customer_seq, ${at}, 'message', '{"type":"message"}', ${message.id} from ticket
    )${nudged}
    select seq, customer_seq as "customerSeq" from ticket`.execute(db)
  return rows[0]
}
