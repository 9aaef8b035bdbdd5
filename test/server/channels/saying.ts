import { expect } from 'vitest'

/** Any words with `part` in them. */
export const saying = (part: string | RegExp): unknown =>
  typeof part === 'string' ? expect.stringContaining(part) : expect.stringMatching(part)
