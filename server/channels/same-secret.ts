import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether what was given is what was expected, in a time that tells nothing of either. Nothing expected: never. */
export function sameSecret(given: string | undefined, expected: string): boolean {
  if (given === undefined || expected === '') return false
  const digest = (value: string) => createHash('sha256').update(value).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
