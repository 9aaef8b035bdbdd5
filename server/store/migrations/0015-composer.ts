import { type Kysely, sql } from 'kysely'

/** What agents write with: drafts that follow them from device to device, and macros. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // `knew`: the last entry its writer had seen when they began. `actions`: what a macro has done on sending.
  `create table drafts (
    member_id uuid not null references members (id) on delete cascade,
    ticket_id uuid not null references tickets (id) on delete cascade,
    kind text not null check (kind in ('reply', 'note')),
    text text not null,
    knew integer not null,
    actions jsonb not null,
    at timestamptz not null,
    primary key (member_id, ticket_id, kind)
  )`,
  `create index drafts_ticket on drafts (ticket_id)`,
  // Without an owner it is shared (D-7).
  `create table macros (
    id uuid primary key,
    owner_id uuid references members (id),
    category text not null,
    name text not null,
    text text not null,
    actions jsonb not null,
    version integer not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
  )`,
  `create index macros_owner on macros (owner_id)`,
]
