import { z } from 'zod'
import { listChoice } from './list-filter.ts'
import { storable } from './text.ts'
import { views } from './views.ts'

/** S-5: what a saved view shows. Its My inbox is that of whoever looks. */
export const savedChoice = z.object({ view: z.enum(views), ...listChoice.shape })
export type SavedChoice = z.infer<typeof savedChoice>

export const viewName = z.string().overwrite(storable).trim().min(1).max(60)

/** A view somebody saved, as one member may see it. */
export const savedView = z.object({
  id: z.uuid(),
  name: z.string(),
  /** For the whole team; else only its owner sees it. */
  shared: z.boolean(),
  /** Who saved it. */
  by: z.object({ id: z.uuid(), name: z.string() }),
  shows: savedChoice,
})
export type SavedView = z.infer<typeof savedView>
