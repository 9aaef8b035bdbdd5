/** What a list can be asked for by name; without schemas, so that a page can use them (S-5, S-6, S-11). */
export const statusFilters = ['open', 'snoozed', 'closed', 'any'] as const
export type StatusFilter = (typeof statusFilters)[number]

export const readFilters = ['any', 'unread', 'read'] as const
export type ReadFilter = (typeof readFilters)[number]

/** `waiting`: who waits longest first, then the rest; `priority`: high first. Both then newest first. */
export const sorts = ['newest', 'oldest', 'waiting', 'priority'] as const
export type Sort = (typeof sorts)[number]

export const marketingKinds = ['campaign', 'flow'] as const
