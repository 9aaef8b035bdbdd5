import { z } from 'zod'
import { draftKinds } from './draft-kinds.ts'
import { limits } from './limits.ts'
import { macroActions } from './macro.ts'

/**
 * What an agent was writing in a ticket and has not sent; `text` empty: nothing any more. `at` says which of two is
 * newer, whichever device they come from.
 */
export const draft = z.object({
  ticket: z.uuid().toLowerCase(),
  kind: z.enum(draftKinds),
  text: z.string().max(60_000),
  /** The last entry its writer had seen when they began. */
  knew: z.int().min(0).max(limits.count),
  /** what a macro in it does on sending. */
  actions: macroActions,
  at: z.int().min(0).max(limits.moment),
})
export type Draft = z.infer<typeof draft>
