import { vi } from 'vitest'

/**
 * Waits for a condition: runs `check` again and again until it does not throw, and answers what it gave. A busy machine
 * is no failure, so it has 15 seconds, unless `forMs` says otherwise.
 */
export const eventually = <T>(check: () => T | Promise<T>, forMs = 15_000): Promise<T> => vi.waitFor(check, forMs)
