import { type Kysely, sql } from 'kysely'

/** D-10: some time after a close the desk looks whether to ask by mail how it was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table timers
    drop constraint timers_kind_check,
    add constraint timers_kind_check
      check (kind in ('snooze', 'presence', 'follow_up', 'nudge', 'auto_close', 'satisfaction'))`.execute(db)
}
