import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../store/connect.ts'
import { moment } from '../store/moment.ts'
import { added, answered, asked, firstNames, lastNames, subjects, tagNames } from './phrases.ts'

/** Where the seeded tickets' answers leave from. */
export type OwnAddresses = Record<'email' | 'sms' | 'whatsapp' | 'instagram' | 'messenger', string>

export type Seeding = {
  /** How many. */
  tickets: number
  /** Most messages of a ticket; half as many on average. */
  messages: number
  /** Two seedings of different names make different people. */
  run: string
  now: number
  own: OwnAddresses
  newId(): string
  /** Told after every batch. */
  onBatch?: (done: number) => void
}

const batch = 5_000

/**
 * Fills the desk with invented tickets of two years, all channels and states, in a way that every row could have come
 * about by itself. Made by PostgreSQL from their number alone, so that a hundred thousand take half a minute; the
 * counters are kept by their trigger as ever.
 */
export async function seedTickets(db: Db, seeding: Seeding): Promise<void> {
  await seedTags(db, seeding)
  for (let from = 0; from < seeding.tickets; from += batch) {
    const to = Math.min(from + batch, seeding.tickets)
    await db.transaction().execute(async (tx) => {
      for (const statement of statements(seeding, from, to)) await statement.execute(tx)
    })
    seeding.onBatch?.(to)
  }
  await sql`analyze`.execute(db)
}

async function seedTags(db: Db, { now, newId }: Seeding): Promise<void> {
  for (const name of tagNames) {
    await sql`insert into tags (id, name, created_at) values (${newId()}, ${name}, ${moment(now)})
      on conflict do nothing`.execute(db)
  }
}

/** A number below `n` that depends on the ticket's number and on what it is for. */
const below = (n: number, what: string) => sql`(abs(hashtext(${what}::text || n)::bigint) % ${n}::int)`
const oneOf = (list: readonly string[], what: string, of = 'n') =>
  sql<string>`(${[...list]}::text[])[1 + (abs(hashtext(${what}::text || ${sql.ref(of)})::bigint) % ${list.length}::int)]`
/** An id made of a word and a number, the same whenever it is asked for, in the form of a random one (RFC 9562). */
const idOf = (run: string, what: string, n: RawBuilder<unknown>) =>
  sql`overlay(overlay(md5(${`${run} ${what} `}::text || ${n}) placing '4' from 13) placing '8' from 17)::uuid`

function statements(seeding: Seeding, from: number, to: number): RawBuilder<unknown>[] {
  const { run, tickets, messages, own } = seeding
  const now = moment(seeding.now)
  /** Which of our addresses it was written to, by channel. */
  const ours = sql`${JSON.stringify(own)}::jsonb`
  const plain = (name: RawBuilder<unknown>) => sql`lower(translate(${name}, 'äöüßéèáãâçñíóêô', 'aouseeaaacnioeo'))`
  return [
    // Every fifth number shares its customer with another; the second of the two is a mail, except for a visitor.
    sql`create temp table seeded on commit drop as
      with numbered as (
        select n, (n + 4) * 4 / 5 as person, (n + 4) * 4 / 5 <> (n + 3) * 4 / 5 as is_first
        from generate_series(${from + 1}::int, ${to}::int) as n
      ), placed as (
        select *, (abs(hashtext('channel' || person)::bigint) % 100) as die,
          ${oneOf(firstNames, 'first', 'person')} as first_name, ${oneOf(lastNames, 'last', 'person')} as last_name,
          date_trunc('milliseconds',
            ${now} - (${tickets}::int - n) * (interval '730 days' / ${tickets}::int) - interval '3 minutes') as created_at,
          1 + ${below(messages, 'messages')} as said, 'TW-' || (20000 + n) as ordered
        from numbered
      ), channelled as (
        select *, case when die >= 93 then 'messenger' when not is_first then 'email' when die < 32 then 'web_chat'
            when die < 58 then 'email' when die < 72 then 'sms' when die < 86 then 'whatsapp' else 'instagram' end as channel,
          ${below(100, 'state')} < case when ${tickets}::int - n < ${tickets}::int * 0.12 then 75 else 3 end as live,
          ${below(100, 'spam')} < 2 and is_first as spam
        from placed
      ), stated as (
        select *, case when not live or (channel = 'messenger' and not is_first) then 'closed'
            when ${below(100, 'snoozed')} < 12 then 'snoozed' else 'open' end as status,
          date_trunc('milliseconds',
            least(interval '1 minute' * (3 + ${below(240, 'pace')}), (${now} - created_at) / (said + 2))) as pace
        from channelled
      )
      select *, ${idOf(run, 'ticket', sql`n`)} as ticket_id, ${idOf(run, 'customer', sql`person`)} as customer_id,
        created_at + pace * (said - 1) as last_at,
        case when spam or (status <> 'closed' and ${below(100, 'owner')} < 40) then null else
          (select id from members where removed_at is null order by md5(n || id::text) limit 1) end as assignee_id,
        case channel when 'email' then ${plain(sql`first_name || '.' || last_name`)} || '.' || person || '@post.example'
          when 'sms' then '+4916' || lpad((abs(hashtext(${run}::text || person)::bigint) % 1000000000)::text, 9, '0')
          when 'whatsapp' then '4917' || lpad((abs(hashtext(${run}::text || person)::bigint) % 1000000000)::text, 9, '0')
          when 'web_chat' then ${`${run}-`}::text || person
          else (170000000000000 + abs(hashtext(${run}::text || person)::bigint))::text end as address
      , case channel when 'web_chat' then 0 else said / 2 end as told
      from stated`,
    sql`insert into customers (id, shop_id, name, email, phone, locale, created_at, visitor)
      select customer_id, case channel when 'web_chat' then address end, first_name || ' ' || last_name,
        case channel when 'email' then address end, case channel when 'sms' then address end,
        (array['en', 'de', 'pt'])[1 + ${below(3, 'locale')}], created_at, channel = 'messenger'
      from seeded where is_first on conflict do nothing`,
    sql`insert into identities (kind, value, customer_id)
      select case channel when 'web_chat' then 'shop' when 'sms' then 'phone' else channel end, address, customer_id
      from seeded order by n on conflict do nothing`,
    sql`insert into consents (customer_id, channel, consent, changed_at)
      select customer_id, 'sms', 'marketing', created_at from seeded
      where channel = 'sms' and ${below(5, 'consent')} > 0 on conflict do nothing`,
    sql`insert into tickets (id, channel, customer_id, thread_key, status, snoozed_until, unread, assignee_id, created_at,
        last_message_at, closed_at, seq, customer_seq, preview_from, preview_text, preview_by, last_customer_at, last_agent_at, spam,
        subject, to_kind, to_value, brand_address, priority, waiting_since)
      select ticket_id, channel, customer_id,
        case when channel in ('web_chat', 'sms', 'whatsapp') then customer_id::text
          when channel = 'email' then ${idOf(run, 'thread', sql`n`)}::text else address end,
        status, case status when 'snoozed' then ${now} + interval '1 hour' * (1 + ${below(100, 'until')}) end,
        status = 'open' and not spam and said % 2 = 1 and ${below(10, 'unread')} < 6, assignee_id, created_at, last_at,
        case status when 'closed' then least(last_at + interval '1 hour', ${now}) end,
        said + told + (assignee_id is not null)::int + (status = 'closed')::int,
        case channel when 'web_chat' then said + (status = 'closed')::int else 0 end,
        case said % 2 when 1 then 'customer' else 'agent' end, ${lineOf(sql`said`)},
        case said % 2 when 0 then coalesce(assignee_id, (select id from members order by created_at limit 1)) end,
        created_at + pace * (said - 1 - (said + 1) % 2), case when said > 1 then created_at + pace * (said - 1 - said % 2) end,
        spam, case channel when 'email' then replace(${oneOf(subjects, 'subject')}, '%', ordered) end,
        case channel when 'web_chat' then null when 'sms' then 'phone' else channel end,
        case channel when 'web_chat' then null else address end,
        ${ours} ->> channel,
        case when ${below(25, 'high')} = 0 then 'high' else 'normal' end,
        case when said % 2 = 1 then last_at end
      from seeded order by n`,
    sql`insert into mail_threads (id, ticket_id, participants)
      select ${idOf(run, 'thread', sql`n`)}, ticket_id, array[address] from seeded where channel = 'email'`,
    sql`insert into last_actions (customer_id, channel, brand_address, at)
      select customer_id, channel, ${ours} ->> channel, last_at
      from seeded where is_first and channel in ('whatsapp', 'instagram', 'messenger')
      on conflict (customer_id, channel, brand_address) do update set at = excluded.at`,
    sql`insert into messages (id, ticket_id, author_kind, author_id, channel, text, at)
      select ${idOf(run, 'message', sql`n || ' ' || i`)}, ticket_id, case i % 2 when 1 then 'customer' else 'agent' end,
        case i % 2 when 1 then customer_id
          else coalesce(assignee_id, (select id from members order by created_at limit 1)) end,
        channel, ${lineOf(sql`i`)}, created_at + pace * (i - 1)
      from seeded, generate_series(1, said) as i order by n, i`,
    sql`insert into events (ticket_id, seq, customer_seq, at, type, data, message_id, member_id)
      select ticket_id, i, case channel when 'web_chat' then i end, created_at + pace * (i - 1), 'message',
        '{"type":"message"}', ${idOf(run, 'message', sql`n || ' ' || i`)},
        case i % 2 when 0 then coalesce(assignee_id, (select id from members order by created_at limit 1)) end
      from seeded, generate_series(1, said) as i order by n, i`,
    // R-13: what left the house has arrived.
    sql`insert into deliveries (id, message_id, ticket_id, customer_id, channel, to_kind, to_value, from_address, state,
        external_id, attempts, created_at, sent_at)
      select id, id, ticket_id, customer_id, channel, case channel when 'sms' then 'phone' else channel end, address,
        ${ours} ->> channel,
        'delivered', id::text, 1, at, at
      from (select *, ${idOf(run, 'message', sql`n || ' ' || i`)} as id, created_at + pace * (i - 1) as at
        from seeded, generate_series(2, said, 2) as i where told > 0) as sent order by at`,
    sql`insert into events (ticket_id, seq, at, type, data)
      select ticket_id, said + i / 2, last_at, 'delivery', jsonb_build_object('type', 'delivery',
        'message', ${idOf(run, 'message', sql`n || ' ' || i`)}, 'state', 'delivered', 'words', null)
      from seeded, generate_series(2, said, 2) as i where told > 0`,
    sql`insert into events (ticket_id, seq, at, type, data, member_id, to_member_id)
      select ticket_id, said + told + 1, last_at, 'assigned', '{"type":"assigned"}', assignee_id, assignee_id
      from seeded where assignee_id is not null`,
    sql`insert into events (ticket_id, seq, customer_seq, at, type, data, member_id)
      select ticket_id, said + told + 1 + (assignee_id is not null)::int, case channel when 'web_chat' then said + 1 end,
        least(last_at + interval '1 hour', ${now}), 'status',
        '{"type":"status","status":"closed","by":"agent","until":null}',
        coalesce(assignee_id, (select id from members order by created_at limit 1))
      from seeded where status = 'closed'`,
    sql`insert into timers (kind, subject_id, due_at)
      select 'snooze', id, snoozed_until from tickets join seeded on ticket_id = id where tickets.status = 'snoozed'`,
    sql`insert into ticket_tags (ticket_id, tag_id)
      select distinct ticket_id, tags.id from seeded, generate_series(1, 2) as i
      join tags on true
      where not spam and ${below(10, 'tagged')} < 8 / i
        and tags.name = (${[...tagNames]}::text[])[1 + (abs(hashtext('tag' || i || n)::bigint) % ${tagNames.length})]
      on conflict do nothing`,
  ]
}

/** What was said as number `i` of a thread: the question, then answers and what they were answered, in turn. */
function lineOf(i: RawBuilder<unknown>): RawBuilder<unknown> {
  const pick = (list: readonly string[]) =>
    sql`(${[...list]}::text[])[1 + (abs(hashtext('line' || n || ' ' || ${i})::bigint) % ${list.length})]`
  return sql`case when ${i} = 1 then replace(${pick(asked)}, '%', ordered) when ${i} % 2 = 0 then ${pick(answered)}
    else ${pick(added)} end`
}
