import { type Kysely, sql } from 'kysely'

/** What agents know of each other: who writes in which ticket, who is away, and what each of them wants to hear of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // somebody writes there, as far as was said, until a moment.
  `alter table pages
    add typing text check (typing in ('reply', 'note')),
    add typing_until timestamptz`,
  // D-4: the switch; and each member's own choices (D-9), of which protocol/preferences.ts knows the shape.
  `alter table members
    add away boolean not null default false,
    add preferences jsonb not null default '{}'`,
]
