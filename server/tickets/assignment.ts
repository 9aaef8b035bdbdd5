import type { Worked } from '../protocol/working.ts'

/** S-2: a ticket that is opened again goes to Unassigned where whoever has it is no longer in the team. */
export function freed(was: Worked, then: Worked, assigneeLeft: boolean): Worked {
  const opens = was.status === 'closed' && then.status !== 'closed'
  return opens && assigneeLeft && then.assignee === was.assignee ? { ...then, assignee: null } : then
}
