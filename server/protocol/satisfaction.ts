import { z } from 'zod'

/** D-10: from 1, very bad, to 5, very good. */
export const score = z.int().min(1).max(5)
/** Beside it, in the customer's own words. */
export const longestComment = 1_000
export const ratingComment = z.string().max(longestComment)
