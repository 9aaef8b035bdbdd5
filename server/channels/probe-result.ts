import type { ConnectionTest } from '../protocol/channel-needs.ts'
import type { Answer } from './provider-request.ts'

export const works: ConnectionTest = { outcome: 'works', about: null, words: null }

export function unreachable(about: string, words: string): ConnectionTest {
  return { outcome: 'unreachable', about, words }
}

/** The provider answers, but not to the question: it is busy, or broken. */
export function isBusy({ status }: Answer): boolean {
  return status === 429 || status >= 500
}
