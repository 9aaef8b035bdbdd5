import { type Kysely, sql } from 'kysely'

/**
 * The first tables. Correctness lives in constraints: one live ticket a conversation (T-1), one author a message id,
 * gapless numbers by primary key, counters kept by a trigger in the very transaction that changes a ticket.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // One row: the settings of the one shop. `version` lets a save lose to an earlier one.
  `create table settings (
    one boolean primary key default true check (one),
    version integer not null,
    body jsonb not null,
    updated_at timestamptz not null
  )`,

  `create table members (
    id uuid primary key,
    name text not null,
    email text not null,
    role text not null check (role in ('owner', 'admin', 'manager', 'support')),
    password_hash text not null,
    created_at timestamptz not null,
    removed_at timestamptz
  )`,
  `create unique index members_email on members (email) where removed_at is null`,

  // Only hashes of secrets are kept: a stolen backup opens no door.
  `create table sessions (
    token_hash bytea primary key,
    member_id uuid not null references members,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index sessions_member on sessions (member_id)`,

  `create table join_links (
    id uuid primary key,
    token_hash bytea not null unique,
    kind text not null check (kind in ('owner', 'invitation')),
    email text,
    role text not null check (role in ('owner', 'admin', 'manager', 'support')),
    invited_by uuid references members,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,

  // P-7: what members change.
  `create table audit_log (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    member_id uuid references members,
    action text not null,
    subject text not null,
    detail jsonb not null
  )`,

  `create table customers (
    id uuid primary key,
    shop_id text unique,
    name text not null,
    email text,
    phone text,
    locale text,
    time_zone text,
    created_at timestamptz not null,
    blocked_at timestamptz,
    online boolean not null default false
  )`,
  `create table identities (
    kind text not null check (kind in ('shop', 'email', 'phone')),
    value text not null,
    customer_id uuid not null references customers,
    primary key (kind, value)
  )`,
  `create index identities_customer on identities (customer_id)`,

  `create table tickets (
    id uuid primary key,
    number bigint generated always as identity unique,
    channel text not null
      check (channel in ('web_chat', 'email', 'sms', 'whatsapp', 'instagram', 'messenger')),
    customer_id uuid not null references customers,
    thread_key text not null,
    status text not null check (status in ('open', 'snoozed', 'closed')),
    snoozed_until timestamptz,
    unread boolean not null,
    assignee_id uuid references members,
    created_at timestamptz not null,
    last_message_at timestamptz not null,
    closed_at timestamptz,
    seq integer not null default 0,
    customer_seq integer not null default 0,
    customer_seen integer not null default 0,
    agent_seen integer not null default 0,
    preview_from text check (preview_from in ('customer', 'agent', 'automatic')),
    preview_text text,
    last_customer_at timestamptz,
    last_agent_at timestamptz,
    last_outside_at timestamptz,
    check ((status = 'snoozed') = (snoozed_until is not null)),
    check ((status = 'closed') = (closed_at is not null)),
    check (not (status = 'closed' and unread))
  )`,
  // T-1, T-5, T-6: one live ticket a conversation, whoever races.
  `create unique index one_live_ticket on tickets (channel, thread_key)
    where status <> 'closed' and channel in ('web_chat', 'instagram', 'messenger')`,
  `create index tickets_of_thread on tickets (channel, thread_key, created_at desc)`,
  `create index tickets_of_customer on tickets (customer_id, last_message_at desc, id desc)`,
  `create index tickets_by_time on tickets (last_message_at desc, id desc)`,
  `create index tickets_by_status on tickets (status, last_message_at desc, id desc)`,
  `create index tickets_of_assignee on tickets (assignee_id, status, last_message_at desc, id desc)`,
  `create index tickets_unread on tickets (status, last_message_at desc, id desc) where unread`,

  // The id is the one the writer's own program made before its first try.
  `create table messages (
    id uuid primary key,
    ticket_id uuid not null references tickets,
    author_kind text not null check (author_kind in ('customer', 'agent', 'automatic')),
    author_id uuid,
    channel text not null,
    text text not null,
    at timestamptz not null,
    check ((author_kind = 'automatic') = (author_id is null))
  )`,

  // The ticket's log. customer_seq is empty where the customer may not see the entry. member_id is who did it,
  // to_member_id whom it was given to.
  `create table events (
    ticket_id uuid not null references tickets,
    seq integer not null,
    customer_seq integer,
    at timestamptz not null,
    type text not null check (type in ('message', 'status', 'seen', 'assigned', 'blocked')),
    data jsonb not null,
    message_id uuid unique references messages,
    member_id uuid references members,
    to_member_id uuid references members,
    primary key (ticket_id, seq),
    check ((type = 'message') = (message_id is not null))
  )`,
  `create unique index events_of_customer on events (ticket_id, customer_seq) where customer_seq is not null`,
  `create index events_messages on events (ticket_id, seq desc) where type = 'message'`,

  // Moments at which the desk must look again; the condition is checked when it fires.
  `create table timers (
    kind text not null check (kind in ('snooze', 'presence')),
    subject_id uuid not null,
    due_at timestamptz not null,
    primary key (kind, subject_id)
  )`,
  `create index timers_due on timers (due_at)`,

  // Presence: a page is a row while its process holds its lease. lease_until is real time, not business time.
  `create table processes (id uuid primary key, lease_until timestamptz not null)`,
  `create table pages (
    id uuid primary key,
    process_id uuid not null references processes on delete cascade,
    kind text not null check (kind in ('customer', 'agent')),
    person_id uuid not null,
    ticket_id uuid,
    hidden_since timestamptz,
    disconnected_at timestamptz
  )`,
  `create index pages_of_person on pages (kind, person_id)`,
  `create index pages_on_ticket on pages (ticket_id) where ticket_id is not null`,

  // Business time of test installations: all processes share it.
  `create table test_clock (one boolean primary key default true check (one), ahead_ms bigint not null)`,

  // Counters of the built-in views, spread over a few rows so that writers do not queue behind one another.
  `create table view_counts (
    view text not null,
    member_id uuid not null,
    shard smallint not null,
    n bigint not null,
    primary key (view, member_id, shard)
  )`,
  `create function count_in(v text, m uuid, d integer) returns void language sql as $$
    insert into view_counts (view, member_id, shard, n) values (v, m, pg_backend_pid() % 8, d)
    on conflict (view, member_id, shard) do update set n = view_counts.n + excluded.n
  $$`,
  `create function keep_view_counts() returns trigger language plpgsql as $$
  declare
    nobody constant uuid := '00000000-0000-0000-0000-000000000000';
    was_unread boolean := tg_op = 'UPDATE' and old.status = 'open' and old.unread;
    is_unread boolean := new.status = 'open' and new.unread;
    was_in uuid := case when tg_op = 'UPDATE' and old.status = 'open' then coalesce(old.assignee_id, nobody) end;
    is_in uuid := case when new.status = 'open' then coalesce(new.assignee_id, nobody) end;
  begin
    if was_unread <> is_unread then
      perform count_in('unread', nobody, case when is_unread then 1 else -1 end);
    end if;
    if was_in is distinct from is_in then
      if was_in is not null then perform count_in('open', was_in, -1); end if;
      if is_in is not null then perform count_in('open', is_in, 1); end if;
    end if;
    return null;
  end $$`,
  `create trigger keep_view_counts after insert or update of status, unread, assignee_id on tickets
    for each row execute function keep_view_counts()`,
]
