import { z } from 'zod'
import { presences } from './attendance.ts'
import { agentCard } from './ticket.ts'

/** A member of the team with whether they are there (D-4). */
export const colleague = agentCard.extend({ presence: z.enum(presences) })
export type Colleague = z.infer<typeof colleague>
