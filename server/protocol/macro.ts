import { z } from 'zod'
import { priorities } from './priority.ts'

/** When a macro's snooze ends: one of the moments that S-1 offers, in the agent's own zone. */
export const snoozeNames = ['later', 'tomorrow', 'week'] as const
export type SnoozeName = (typeof snoozeNames)[number]

const assign = z.object({ do: z.literal('assign'), to: z.union([z.enum(['me', 'nobody']), z.uuid().toLowerCase()]) })
const close = z.object({ do: z.literal('close') })
const tag = z.object({ do: z.literal('tag'), tag: z.uuid().toLowerCase() })
const priority = z.object({ do: z.literal('priority'), priority: z.enum(priorities) })

/** what a macro does beside its words, on sending. */
export const macroAction = z.discriminatedUnion('do', [
  tag,
  priority,
  assign,
  z.object({ do: z.literal('snooze'), until: z.enum(snoozeNames) }),
  close,
])
export type MacroAction = z.infer<typeof macroAction>

/** The same as it travels with a reply: a moment for the name of one. */
export const replyAction = z.discriminatedUnion('do', [
  tag,
  priority,
  assign,
  z.object({ do: z.literal('snooze'), until: z.int() }),
  close,
])
export type ReplyAction = z.infer<typeof replyAction>

export const mostActions = 10
