import { type Kysely, sql } from 'kysely'

/** What is done to many tickets at once: which ones were counted, what became of each, and how each was before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // `action` and `was`, `made` are protocol's: parsed where they are read.
  `create table bulks (
    id uuid primary key,
    member_id uuid not null references members,
    action jsonb not null,
    state text not null check (state in ('counted', 'running', 'done', 'undoing', 'undone')),
    created_at timestamptz not null
  )`,
  `create index bulks_at_work on bulks (created_at) where state in ('running', 'undoing')`,
  // No key to tickets: none is ever deleted (T-10), and counting them must not wait for whoever works on one.
  `create table bulk_tickets (
    bulk_id uuid not null references bulks on delete cascade,
    ticket_id uuid not null,
    state text not null default 'waiting' check (state in ('waiting', 'changed', 'already', 'skipped')),
    code text,
    was jsonb,
    made jsonb,
    undo text check (undo in ('undone', 'already', 'kept')),
    undo_code text,
    primary key (bulk_id, ticket_id)
  )`,
  `create index bulk_tickets_waiting on bulk_tickets (bulk_id, ticket_id) where state = 'waiting'`,
  `create index bulk_tickets_to_undo on bulk_tickets (bulk_id, ticket_id) where state = 'changed' and undo is null`,
  // A team that is deleted leaves its tickets; the views filter by it.
  `create index tickets_of_team on tickets (team_id) where team_id is not null`,
]
