import { sql } from 'kysely'
import type { Campaign } from '../protocol/list-filter.ts'
import type { Named } from '../protocol/ticket.ts'
import type { Db } from './connect.ts'

export type RowRecord = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

/** Tickets with all that a row of the inbox shows. */
export function rows(db: Db) {
  return db
    .selectFrom('tickets as t')
    .innerJoin('customers as c', 'c.id', 't.customer_id')
    .leftJoin('members as m', 'm.id', 't.assignee_id')
    .leftJoin('members as w', 'w.id', 't.preview_by')
    .leftJoin('teams as g', 'g.id', 't.team_id')
    .leftJoin('consents as k', (join) =>
      join.onRef('k.customer_id', '=', 't.customer_id').on(sql`k.channel`, '=', sql.ref('t.channel')),
    )
    .leftJoin('last_actions as l', (join) =>
      join
        .onRef('l.customer_id', '=', 't.customer_id')
        .on(sql`l.channel`, '=', sql.ref('t.channel'))
        .onRef('l.brand_address', '=', 't.brand_address'),
    )
    .select((q) => [
      sql<string | null>`coalesce(c.email, c.left_email)`.as('email'),
      'c.visitor',
      'k.consent',
      'l.at as last_action_at',
      't.subject',
      // Only a closed ticket of an account asks; partial indexes answer (S-2).
      q
        .exists(
          q
            .selectFrom('tickets as o')
            .select('o.id')
            .whereRef('o.channel', '=', 't.channel')
            .whereRef('o.thread_key', '=', 't.thread_key')
            .where('o.status', '<>', 'closed')
            .where('t.status', '=', 'closed'),
        )
        .as('another_live'),
      't.id',
      't.number',
      't.channel',
      't.status',
      't.snoozed_until',
      't.unread',
      't.assignee_id',
      't.thread_key',
      't.to_kind',
      't.to_value',
      't.created_at',
      't.last_message_at',
      't.closed_at',
      't.seq',
      't.preview_from',
      't.preview_text',
      't.preview_kind',
      't.preview_by',
      'w.name as preview_name',
      't.customer_id',
      'c.name as customer_name',
      'c.blocked_at',
      'c.online',
      'm.name as assignee_name',
      't.team_id',
      'g.name as team_name',
      't.priority',
      't.spam',
      't.waiting_since',
      sql<
        Named[]
      >`coalesce((select json_agg(json_build_object('id', tags.id, 'name', tags.name) order by lower(tags.name))
        from ticket_tags join tags on tags.id = ticket_tags.tag_id where ticket_tags.ticket_id = t.id), '[]')`.as(
        'tags',
      ),
      sql<string[]>`array(select distinct member_id::text from mentions where mentions.ticket_id = t.id)`.as(
        'mentioned',
      ),
      sql<Campaign[]>`coalesce((select json_agg(distinct jsonb_build_object('kind', sent.kind, 'name', sent.name))
        from attributions join marketing_messages as sent on sent.id = attributions.marketing_id
        where attributions.ticket_id = t.id), '[]')`.as('campaigns'),
    ])
}

export function rowsById(db: Db, ids: string[]): Promise<RowRecord[]> {
  return rows(db).where('t.id', 'in', ids).execute()
}

/** A row by the number people use. */
export function rowByNumber(db: Db, number: number): Promise<RowRecord | undefined> {
  return rows(db).where('t.number', '=', number).executeTakeFirst()
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** Counters of the views; those of one member each by its id. */
export type KeptCounts = {
  unread: number
  unassigned: number
  spam: number
  mine: Map<string, number>
  mentions: Map<string, number>
}

/**
 * The kept counters: unread open tickets, open ones without assignee, open ones of each member, and spam. What each
 * member has not seen of the mentions of them is counted by its own small index.
 */
export async function readCounts(db: Db): Promise<KeptCounts> {
  const [sums, mentions] = await Promise.all([
    db
      .selectFrom('view_counts')
      .select(['view', 'member_id', (eb) => eb.fn.sum<string>('n').as('n')])
      .groupBy(['view', 'member_id'])
      .execute(),
    db
      .selectFrom('mentions')
      .select(['member_id', sql<string>`count(distinct ticket_id)`.as('n')])
      .where('seen_at', 'is', null)
      .groupBy('member_id')
      .execute(),
  ])
  const of = (view: string, member: string) =>
    Number(sums.find((s) => s.view === view && s.member_id === member)?.n ?? 0)
  return {
    unread: of('unread', nobody),
    unassigned: of('open', nobody),
    spam: of('spam', nobody),
    mine: new Map(
      sums.flatMap((s) => (s.view === 'open' && s.member_id !== nobody ? [[s.member_id, Number(s.n)]] : [])),
    ),
    mentions: new Map(mentions.map((m) => [m.member_id, Number(m.n)])),
  }
}

/** The last number of every ticket that had an entry since `since`: what the quiet heartbeat tells (DESIGN 4). */
export function recentTails(
  db: Db,
  ticketIds: string[],
): Promise<{ id: string; seq: number; customer_seq: number; customer_id: string }[]> {
  if (ticketIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('tickets')
    .select(['id', 'seq', 'customer_seq', 'customer_id'])
    .where('id', 'in', ticketIds)
    .execute()
}
