import type { Db } from './connect.ts'
import { moment } from './moment.ts'
import type { TimerKind } from './working-tables.ts'

export type Timer = { kind: TimerKind; subjectId: string; dueAt: number }

/** Sets the one timer of a kind on a subject, or moves it. */
export async function setTimer(tx: Db, kind: TimerKind, subjectId: string, dueAt: number): Promise<void> {
  const due = moment(dueAt)
  await tx
    .insertInto('timers')
    .values({ kind, subject_id: subjectId, due_at: due })
    .onConflict((conflict) => conflict.columns(['kind', 'subject_id']).doUpdateSet({ due_at: due }))
    .execute()
}

export async function dropTimer(tx: Db, kind: TimerKind, subjectId: string): Promise<void> {
  await tx.deleteFrom('timers').where('kind', '=', kind).where('subject_id', '=', subjectId).execute()
}

/** One due timer, locked and taken away in this transaction; another process passes over it. */
export async function takeDueTimer(tx: Db, now: number): Promise<Timer | undefined> {
  const timer = await tx
    .deleteFrom('timers')
    .where((q) =>
      q(
        q.refTuple('kind', 'subject_id'),
        '=',
        q
          .selectFrom('timers as due')
          .select(['due.kind', 'due.subject_id'])
          .where('due.due_at', '<=', moment(now))
          .orderBy('due.due_at')
          .limit(1)
          .forUpdate()
          .skipLocked()
          .$asTuple('kind', 'subject_id'),
      ),
    )
    .returning(['kind', 'subject_id as subjectId', 'due_at as dueAt'])
    .executeTakeFirst()
  return timer
}

/** Whether a timer is due, also one that somebody has just taken and not yet dealt with. */
export async function isTimerDue(db: Db, now: number): Promise<boolean> {
  const timer = await db
    .selectFrom('timers')
    .select('kind')
    .where('due_at', '<=', moment(now))
    .limit(1)
    .executeTakeFirst()
  return timer !== undefined
}
