import { sql } from 'kysely'
import type { ChannelName } from '../protocol/channel.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'

/** Whose a ticket's last message is, what the desk sent by itself and unheard words apart (D-6). */
export async function lastWriter(db: Db, ticketId: string): Promise<'agent' | 'customer' | null> {
  const row = await db
    .selectFrom('events')
    .innerJoin('messages', 'messages.id', 'events.message_id')
    .select('messages.author_kind as from')
    .where('events.ticket_id', '=', ticketId)
    .where('messages.author_kind', '<>', 'automatic')
    .where('messages.unheard', '=', false)
    .orderBy('events.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined || row.from === 'automatic' ? null : row.from
}

/** Open tickets of a channel in which an agent has written and nobody waits: those that may close by themselves. */
const silentTickets = (channel: ChannelName) =>
  sql`from tickets where channel = ${channel} and status = 'open' and not spam and waiting_since is null
    and last_agent_at is not null`

const quiet = (ms: number) =>
  sql`greatest(last_agent_at, coalesce(last_customer_at, last_agent_at)) + make_interval(secs => ${ms / 1000})`

/**
 * D-6: has the desk look at every ticket that may close by itself: `after` its last word, but those for which that is
 * over by `from` at `oldAt`.
 */
export async function watchSilentTickets(
  tx: Db,
  channel: ChannelName,
  { after, from, oldAt }: { after: number; from: number; oldAt: number },
): Promise<void> {
  const due = quiet(after)
  await sql`insert into timers (kind, subject_id, due_at)
    select 'auto_close', id, case when ${due} > ${moment(from)} then ${due} else ${moment(oldAt)} end
    ${silentTickets(channel)}
    on conflict (kind, subject_id) do update set due_at = excluded.due_at`.execute(tx)
}

/** How many tickets have been silent for that long already; at most `most` are counted. */
export async function countOldTickets(
  db: Db,
  channel: ChannelName,
  { after, now, most }: { after: number; now: number; most: number },
): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from
    (select 1 ${silentTickets(channel)} and ${quiet(after)} <= ${moment(now)} limit ${most}) as old`.execute(db)
  return rows[0]?.n ?? 0
}
