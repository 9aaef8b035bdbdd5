import { type Moment, minute } from './ticket.ts'

/** What W-10 asks of a web chat and its shopper. */
export type FollowUpFacts = {
  online: boolean
  /** The last reply that they have not seen, and have not had by mail either; null: none. */
  unseenAt: Moment | null
  /** The conversation's one follow-up is gone. */
  sent: boolean
  /** They ended the conversation themselves. */
  endedByShopper: boolean
  blocked: boolean
  spam: boolean
  /** Somebody knows an address, and mail can leave. */
  reachable: boolean
}

const patience = 3 * minute

/**
 * W-10: from when on the follow-up is due for somebody who is offline; null: as things stand it is not. Who is asked
 * again at every reply, when they go offline, and at the moment this names: so it is due at the later of both.
 */
export function followUpAt(facts: FollowUpFacts): Moment | null {
  const { online, unseenAt, sent, endedByShopper, blocked, spam, reachable } = facts
  if (online || unseenAt === null || sent || endedByShopper || blocked || spam || !reachable) return null
  return unseenAt + patience
}

/** W-10: the first moment at which a reply written now can be followed up. */
export const followUpAfterReply = (now: Moment): Moment => now + patience
