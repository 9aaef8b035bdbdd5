import { z } from 'zod'
import { foundRow } from './found.ts'
import { limits } from './limits.ts'
import { filterNames, listAsk, listScope } from './list-filter.ts'
import { savedChoice, savedView, viewName } from './saved-view.ts'
import { ticketRow } from './ticket.ts'

/** Ids are compared as text, so there is one way to write them. */
const id = z.uuid().toLowerCase()
const nothing = z.object({})

/** What an agent's page may ask of lists and views. */
export const listAsks = {
  /** A page of a list, keyset: `after` is the `next` of the page before. */
  'list.read': {
    ask: z.object({
      ...listAsk.shape,
      after: z.string().max(200).nullable(),
      /** How many rows, where it is not the usual number. */
      limit: z.int().min(1).max(limits.listPageMost).optional(),
    }),
    answer: z.object({ rows: z.array(ticketRow), next: z.string().nullable() }),
  },
  /** S-6 (+): where a search is found in a list; `backTo`: how far back it has looked, where there is more to look at. */
  'list.search': {
    aside: true,
    ask: z.object({ ...listScope.shape, search: z.string().max(60_000), after: z.string().max(200).nullable() }),
    answer: z.object({
      found: z.array(foundRow),
      next: z.string().nullable(),
      backTo: z.int().nullable(),
      /** When it looked: what was said later it has not seen. */
      at: z.int(),
    }),
  },
  /** S-6: what lists can be filtered by. */
  'filters.read': { ask: nothing, answer: filterNames },
  /** S-5: the views that were saved: one's own, and the shared ones. */
  'views.read': { ask: nothing, answer: z.object({ views: z.array(savedView) }) },
  /** S-5, D-7: saves a view, or changes it. */
  'view.save': { ask: z.object({ id, name: viewName, shared: z.boolean(), shows: savedChoice }), answer: nothing },
  'view.delete': { ask: z.object({ id }), answer: nothing },
  /** How many tickets stand in saved views, up to `limits.countedMost`; null: it took too long to count. */
  'views.count': {
    aside: true,
    ask: z.object({ ids: z.array(id).max(limits.viewsCounted) }),
    answer: z.object({ counts: z.array(z.object({ id: z.uuid(), n: z.int().nullable() })) }),
  },
} as const

/** What an agent's page is told of them. */
export const listTells = {
  /** Somebody saved, changed or deleted a view: ask for them again. */
  'views.changed': nothing,
} as const
