/** The views that every agent has (S-5). */
export const views = ['mine', 'unassigned', 'mentions', 'all', 'spam'] as const
export type ViewName = (typeof views)[number]
