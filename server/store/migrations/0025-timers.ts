import { type Kysely, sql } from 'kysely'

/** What the desk does by itself later: the follow-up mail, nudges of the team, the close after a long silence. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table timers
    drop constraint timers_kind_check,
    add constraint timers_kind_check check (kind in ('snooze', 'presence', 'follow_up', 'nudge', 'auto_close'))`,
  // W-10: its one follow-up mail; D-6: the last warning before an automatic close.
  `alter table tickets add column followed_up_at timestamptz, add column close_warned_at timestamptz`,
  // Whoever comes back to the shop must not be written to about a chat that was over long ago.
  `update tickets set followed_up_at = closed_at where channel = 'web_chat' and status = 'closed'`,
]
