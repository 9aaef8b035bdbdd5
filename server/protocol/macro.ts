import { z } from 'zod'
import { limits } from './limits.ts'
import { snoozeNames } from './macro-text.ts'
import { priorities } from './priority.ts'
import { storable } from './text.ts'
import { tagName } from './working.ts'

const id = z.uuid().toLowerCase()

/** what a macro does beside its words, once its reply is sent. `me` is whoever uses it. */
export const macroAction = z.discriminatedUnion('do', [
  z.object({ do: z.literal('tag'), tag: tagName }),
  z.object({ do: z.literal('assign'), to: z.union([z.enum(['me', 'nobody']), id]) }),
  z.object({ do: z.literal('priority'), priority: z.enum(priorities) }),
  z.object({ do: z.literal('snooze'), until: z.enum(snoozeNames) }),
  z.object({ do: z.literal('close') }),
])
export type MacroAction = z.infer<typeof macroAction>
export const macroActions = z.array(macroAction).max(limits.macroActions)

const oneLine = (most: number) =>
  z
    .string()
    .max(most * 4)
    .transform((text) => storable(text).normalize('NFC').replace(/\s+/g, ' ').trim())

/** As a person writes it. */
export const macroText = z.object({
  /** D-7: for the whole team, or for its writer only. */
  shared: z.boolean(),
  category: oneLine(limits.macroName).pipe(z.string().max(limits.macroName)),
  name: oneLine(limits.macroName).pipe(z.string().min(1).max(limits.macroName)),
  text: z.string().max(60_000).transform(storable),
  actions: macroActions,
})

/** a saved reply. `version` counts its changes; 0 is one that is not saved yet. */
export const macro = macroText.extend({ id, version: z.int().min(0).max(limits.count) })
export type Macro = z.infer<typeof macro>
