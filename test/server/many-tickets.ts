import { sql } from 'kysely'
import type { Db } from '../../server/store/connect.ts'

/**
 * Many tickets at once, written straight into the tables: `n` of them, each with a customer of its own, of every channel,
 * status and assignee, some with tags, teams and campaigns. Equal moments are common, for order has to hold there too.
 */
export async function manyTickets(db: Db, n: number, members: readonly string[], from: number): Promise<void> {
  const uuid = (kind: string) => sql.raw(`('00000000-0000-4000-${kind}-' || lpad(g::text, 12, '0'))::uuid`)
  // Dice of the database's own would throw anew each run.
  const die = (salt: string, sides: number) =>
    sql.raw(`((hashint8(g::bigint * 7919 + hashtext('${salt}')) % ${sides} + ${sides}) % ${sides})`)
  const at = sql`to_timestamp(${from / 1000} + ${die('at', Math.max(2, Math.floor(n / 2)))})`
  const numbers = sql`generate_series(1, ${sql.lit(n)}) as g`
  await sql`insert into customers (id, name, created_at) select ${uuid('8001')}, 'Customer ' || g, ${at} from ${numbers}`.execute(
    db,
  )
  await sql`
    insert into tickets (id, channel, customer_id, thread_key, status, snoozed_until, unread, assignee_id, created_at,
      last_message_at, closed_at, preview_from, preview_text, spam, priority, waiting_since)
    select ${uuid('8002')},
      (array['web_chat', 'web_chat', 'web_chat', 'email', 'email', 'sms', 'whatsapp', 'instagram', 'messenger'])[1 + ${die('channel', 9)}],
      ${uuid('8001')}, 'thread ' || g, s.status,
      case when s.status = 'snoozed' then ${at} + interval '1 day' end,
      s.status <> 'closed' and ${die('unread', 3)} = 0,
      (${sql.val([...members])}::uuid[])[1 + ${die('assignee', members.length + 2)}],
      ${at}, ${at}, case when s.status = 'closed' then ${at} end, 'customer', 'Hello ' || g,
      ${die('spam', 12)} = 0, case when ${die('priority', 8)} = 0 then 'high' else 'normal' end,
      case when ${die('waiting', 5)} = 0 then ${at} - interval '1 minute' * ${die('since', 50)} end
    from ${numbers}, lateral (select (array['open', 'open', 'snoozed', 'closed', 'closed'])[1 + ${die('status', 5)}] as status) as s`.execute(
    db,
  )
}

/** What tickets of `manyTickets` are filed under; answers the ids. */
export async function fileThem(db: Db, n: number): Promise<{ tags: string[]; team: string }> {
  const tags = ['10000000-0000-4000-8000-000000000001', '10000000-0000-4000-8000-000000000002']
  const team = '10000000-0000-4000-8000-000000000003'
  const names = ['Returns', 'Sizes']
  for (const [at, id] of tags.entries()) await sql`insert into tags values (${id}, ${names[at]}, now())`.execute(db)
  await sql`insert into teams values (${team}, 'Returns', now())`.execute(db)
  const every = (step: number) => sql`(right(id::text, 12))::bigint % ${sql.lit(step)} = 0`
  await sql`insert into ticket_tags select id, ${tags[0]} from tickets where ${every(3)}`.execute(db)
  await sql`insert into ticket_tags select id, ${tags[1]} from tickets where ${every(10)}`.execute(db)
  await sql`update tickets set team_id = ${team} where ${every(7)}`.execute(db)
  await sql`
    with brought as (select id, customer_id, row_number() over (order by id) as at from tickets where ${every(5)} and number <= ${sql.lit(n)}),
    sent as (
      insert into marketing_messages (id, external_id, kind, name, customer_id, channel, text, at)
      select gen_random_uuid(), id::text, case when at % 2 = 0 then 'flow' else 'campaign' end, 'Autumn', customer_id, 'sms', 'Sale', now()
      from brought returning id, external_id, customer_id),
    said as (
      insert into messages (id, ticket_id, author_kind, author_id, channel, text, at)
      select gen_random_uuid(), external_id::uuid, 'customer', customer_id, 'sms', 'Yes', now() from sent
      returning id, ticket_id)
    insert into attributions (message_id, marketing_id, ticket_id)
    select said.id, sent.id, said.ticket_id from said join sent on sent.external_id = said.ticket_id::text`.execute(db)
  return { tags, team }
}
