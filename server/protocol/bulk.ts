import { z } from 'zod'
import { errorCodes } from './errors.ts'
import { limits } from './limits.ts'
import { listScope } from './list-filter.ts'
import { action } from './working.ts'

const id = z.uuid().toLowerCase()
const n = z.int().min(0)

/** Which tickets: those that were picked, or all that a list holds; of those, where one is given, all that a search finds. */
export const bulkOver = z.union([
  z.object({ tickets: z.array(id).min(1).max(limits.picked) }),
  z.object({ list: listScope, search: z.string().max(60_000).default('') }),
])
export type BulkOver = z.infer<typeof bulkOver>

/** What would be touched, said before anything is. `chats`: live web chats, which a close ends for good (T-1). */
export const bulkCount = z.object({ bulk: id, total: n, chats: n })
export type BulkCount = z.infer<typeof bulkCount>

/** How far it is. `skipped`: what could not be done, and why; `kept`: what an undo left as it is, and why. */
export const bulkProgress = z.object({
  bulk: id,
  did: z.enum(['close', 'reopen', 'snooze', 'wake', 'assign', 'tag', 'priority', 'spam', 'read', 'unread']),
  state: z.enum(['running', 'done', 'undoing', 'undone']),
  total: n,
  changed: n,
  already: n,
  skipped: z.array(z.object({ code: z.enum(errorCodes), n })),
  undone: n,
  kept: z.array(z.object({ code: z.enum(errorCodes), n })),
})
export type BulkProgress = z.infer<typeof bulkProgress>

/** What an agent's page may ask to be done to many tickets at once. */
export const bulkAsks = {
  /** Counts and writes down which tickets are meant: exactly those are touched, whatever comes meanwhile. */
  'bulk.count': { aside: true, ask: z.object({ over: bulkOver, action }), answer: bulkCount },
  'bulk.run': { ask: z.object({ bulk: id }), answer: z.object({}) },
  /** Makes of each ticket what it was, where nobody has changed it since. */
  'bulk.undo': { ask: z.object({ bulk: id }), answer: z.object({}) },
} as const

export const bulkTells = {
  /** Told to whoever began it, about once a second and at the end. */
  'bulk.progress': bulkProgress,
  /** More tickets have changed than are told one by one: read the list again. */
  'tickets.changed': z.object({}),
} as const
