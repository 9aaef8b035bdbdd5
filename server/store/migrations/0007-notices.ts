import { type Kysely, sql } from 'kysely'

/**
 * M-6: mails to the team about new messages, one row a ticket and address while it waits: it tells of every message of
 * the ticket from `from_seq` on. They queue apart from the customers' deliveries, so that neither holds up the other.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table notices (
    id uuid primary key,
    ticket_id uuid not null references tickets,
    address text not null,
    from_seq integer not null,
    state text not null check (state in ('queued', 'sent', 'failed')),
    attempts integer not null default 0,
    next_try_at timestamptz not null,
    attempt_at timestamptz,
    claimed_by uuid references processes on delete set null,
    error text,
    created_at timestamptz not null,
    sent_at timestamptz,
    check (claimed_by is null or attempt_at is not null)
  )`,
  `create unique index one_waiting_notice on notices (ticket_id, address)
    where state = 'queued' and attempt_at is null`,
  `create index notices_due on notices (next_try_at) where state = 'queued'`,
  `create index notices_of_ticket on notices (ticket_id, address)`,
]
