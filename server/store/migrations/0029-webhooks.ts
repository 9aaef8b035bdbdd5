import { type Kysely, sql } from 'kysely'

/**
 * D-9: addresses of the shop's own programs that are told what happens, and what they are told, one row an event and
 * address. They queue apart from what goes to customers. Webhooks, members and teams are named without a foreign key:
 * nobody's message may wait for, or fail with, a merchant who deletes one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table webhooks (
    id uuid primary key,
    url text not null,
    events text[] not null,
    channels text[] not null,
    with_text boolean not null,
    secret bytea not null,
    off text check (off in ('by_hand', 'failing', 'gone')),
    failing_since timestamptz,
    created_at timestamptz not null
  )`,
  // status, assignee and team: of the ticket, right after the event. The rest is read in its log, at seq.
  `create table webhook_deliveries (
    webhook_id uuid not null,
    event_id uuid not null,
    event text not null,
    ticket_id uuid not null references tickets,
    seq integer not null,
    status text not null,
    assignee_id uuid,
    team_id uuid,
    at timestamptz not null,
    state text not null check (state in ('queued', 'sent', 'failed')),
    attempts integer not null default 0,
    next_try_at timestamptz not null,
    attempt_at timestamptz,
    claimed_by uuid references processes on delete set null,
    http_status integer,
    trouble text,
    took_ms integer,
    tried_at timestamptz,
    primary key (webhook_id, event_id),
    check (claimed_by is null or attempt_at is not null)
  )`,
  `create index webhook_deliveries_due on webhook_deliveries (next_try_at) where state = 'queued'`,
  `create index webhook_deliveries_ended on webhook_deliveries (webhook_id, tried_at) where state <> 'queued'`,
]
