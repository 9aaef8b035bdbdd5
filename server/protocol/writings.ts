/** What an agent writes in a ticket: an answer, or something for the team only. */
export const writings = ['reply', 'note'] as const
export type Writing = (typeof writings)[number]

/** Whoever has not been said to write for so long has stopped. A page says it again well before that. */
export const writingFades = 8_000
