import { z } from 'zod'
import { writings } from './writings.ts'

/** An agent at a ticket: has it before them, or writes in it. */
export const attending = z.object({ id: z.uuid(), doing: z.enum(['viewing', ...writings]) })
export type Attending = z.infer<typeof attending>

/** Everybody of the team who is at a ticket now, each once. */
export const attended = z.object({ ticket: z.uuid(), agents: z.array(attending) })
export type Attended = z.infer<typeof attended>

/** D-4: online is connected with the switch on; away is connected with it off. */
export const presences = ['online', 'away', 'offline'] as const
export type Presence = (typeof presences)[number]
