import { type Selectable, sql } from 'kysely'
import type { HookEvent } from '../protocol/hook-events.ts'
import type { HookResult } from '../protocol/webhooks.ts'
import type { ChannelName } from '../protocol/channel.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'
import type { WebhookTables } from './webhook-tables.ts'

/** What a program of the shop is told of one event, with all its tries. */
export type HookDeliveryRecord = Selectable<WebhookTables['webhook_deliveries']>
export type NewEvent = { id: string; event: HookEvent; seq: number; channel: ChannelName }
type Of = { id: string; status: string; assignee_id: string | null; team_id: string | null }
type Key = Pick<HookDeliveryRecord, 'webhook_id' | 'event_id'>

/** How long what was told is kept. */
const keptDays = 7

/** Queues events of a ticket for every webhook that wants them, in one statement. Answers how many rows there are. */
export async function addHookDeliveries(tx: Db, ticket: Of, events: NewEvent[], at: number): Promise<number> {
  const of = (pick: (one: NewEvent) => string | number) => events.map(pick)
  const { numAffectedRows } = await sql`
    insert into webhook_deliveries
      (webhook_id, event_id, event, ticket_id, seq, status, assignee_id, team_id, at, state, next_try_at)
    select webhooks.id, happened.id, happened.event, ${ticket.id}::uuid, happened.seq, ${ticket.status}::text,
      ${ticket.assignee_id}::uuid, ${ticket.team_id}::uuid, ${moment(at)}, 'queued', ${moment(at)}
    from webhooks join unnest(
      ${of(({ id }) => id)}::uuid[], ${of(({ event }) => event)}::text[], ${of(({ seq }) => seq)}::integer[],
      ${of(({ channel }) => channel)}::text[]
    ) as happened (id, event, seq, channel)
      on happened.event = any(webhooks.events) and happened.channel = any(webhooks.channels)
    where webhooks.off is null
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/**
 * Claims one that is due, for one try; two processes never get the same. A program that is slow gets `most` at a time
 * and holds up no other.
 */
export async function claimHookDelivery(
  db: Db,
  processId: string,
  now: number,
  most: number,
): Promise<HookDeliveryRecord | undefined> {
  const { rows } = await sql<HookDeliveryRecord>`
    update webhook_deliveries set attempt_at = ${moment(now)}, claimed_by = ${processId}, attempts = attempts + 1
    where (webhook_id, event_id) = (
      select webhook_id, event_id from webhook_deliveries as due
      where state = 'queued' and attempt_at is null and next_try_at <= ${moment(now)}
        and ${most} > (
          select count(*) from webhook_deliveries as going
          where going.webhook_id = due.webhook_id and going.state = 'queued' and going.attempt_at is not null
        )
      order by next_try_at, at, seq limit 1
      for update skip locked
    )
    returning *`.execute(db)
  return rows[0]
}

/** Gives back what a process that is gone had claimed, and what this one claimed and does not try. */
export async function freeHookDeliveries(db: Db, processId: string, trying: readonly string[]): Promise<void> {
  await sql`update webhook_deliveries set attempt_at = null, claimed_by = null
    where state = 'queued' and attempt_at is not null and (claimed_by is null or (
      claimed_by = ${processId} and webhook_id || ' ' || event_id <> all(${[...trying]}::text[])))`.execute(db)
}

/** Writes down what became of a try. `next`: when it is tried again; null: it has ended. */
export async function hookTried(
  tx: Db,
  { webhook_id, event_id }: Key,
  heard: HookResult,
  is: { state: HookDeliveryRecord['state']; at: number; next: number | null },
): Promise<void> {
  await tx
    .updateTable('webhook_deliveries')
    .set({
      state: is.state,
      attempt_at: null,
      claimed_by: null,
      http_status: heard.status,
      trouble: heard.trouble,
      took_ms: heard.tookMs,
      tried_at: moment(is.at),
      ...(is.next !== null && { next_try_at: moment(is.next) }),
    })
    .where('webhook_id', '=', webhook_id)
    .where('event_id', '=', event_id)
    .execute()
  if (is.next !== null) return
  await sql`delete from webhook_deliveries where webhook_id = ${webhook_id} and state <> 'queued'
    and tried_at < ${moment(is.at)} - make_interval(days => ${keptDays})`.execute(tx)
}

/** Nothing more is told to a webhook that is off; what is on its way ends by itself. */
export async function endWaiting(tx: Db, webhookId: string, at: number): Promise<void> {
  await sql`update webhook_deliveries set state = 'failed', tried_at = coalesce(tried_at, ${moment(at)})
    where webhook_id = ${webhookId} and state = 'queued' and attempt_at is null`.execute(tx)
}

/** The last ones of a webhook, newest first, with their tickets' numbers. */
export function lastHookDeliveries(db: Db, webhookId: string, most: number) {
  return db
    .selectFrom('webhook_deliveries')
    .innerJoin('tickets', 'tickets.id', 'webhook_deliveries.ticket_id')
    .selectAll('webhook_deliveries')
    .select('tickets.number')
    .where('webhook_id', '=', webhookId)
    .orderBy('webhook_deliveries.at', 'desc')
    .orderBy('webhook_deliveries.seq', 'desc')
    .limit(most)
    .execute()
}

/** The names of those who had a ticket when it was told of; of a team that is gone, none. */
export async function namesOf(db: Db, { assignee_id, team_id }: Pick<HookDeliveryRecord, 'assignee_id' | 'team_id'>) {
  const [assignee, team] = await Promise.all([
    assignee_id && db.selectFrom('members').select(['id', 'name']).where('id', '=', assignee_id).executeTakeFirst(),
    team_id && db.selectFrom('teams').select(['id', 'name']).where('id', '=', team_id).executeTakeFirst(),
  ])
  return { assignee: assignee || null, team: team || null }
}
