import type { RawRequest } from '../channels/channel.ts'
import {
  claimFailedHook,
  countFailedHooks,
  dropFailedHook,
  type FailedHook,
  type HookProvider,
  hurryFailedHooks,
  keepFailedHook,
  postponeFailedHook,
} from '../store/failed-hooks.ts'
import { type Desk, work } from './desk.ts'

/** Waits between the tries, in milliseconds; then one a day, until a newer version of us can take it in. */
const waits = [60_000, 10 * 60_000, 60 * 60_000, 6 * 3_600_000]
const day = 24 * 3_600_000

/** A try that has said nothing by then has died with its process. */
const tryLastsMs = 5 * 60_000

/**
 * SAFETY 2: what a provider brought is kept as it came when taking it in fails: not every provider brings it again. The
 * caller has verified it, and says 2xx only when this has resolved.
 */
export function keepFailed(
  desk: Desk,
  provider: HookProvider,
  { url, body }: RawRequest,
  error: unknown,
): Promise<void> {
  const id = desk.secrets.derivedId('failed hook', `${provider} ${url} ${body.toString('latin1')}`)
  return work(desk, (w) => {
    const nextTryAt = w.now + (waits[0] ?? day)
    return keepFailedHook(w.tx, { id, provider, url, body, receivedAt: w.now, nextTryAt, error: wordsOf(error) })
  })
}

/** Takes the next one that is due, for one try by this process. Null: nothing is due. */
export async function claimNextFailed(desk: Desk): Promise<FailedHook | null> {
  const now = desk.clock.now()
  return (await claimFailedHook(desk.db, now, now + tryLastsMs)) ?? null
}

/** What became of a try: `errors` are of the events that could not be taken in; the others are in. */
export function failedHookTried(desk: Desk, { id, tries }: FailedHook, errors: readonly unknown[]): Promise<void> {
  return work(desk, async (w) => {
    if (errors.length === 0) return dropFailedHook(w.tx, id)
    await postponeFailedHook(w.tx, id, w.now + (waits[tries] ?? day), wordsOf(errors[0]))
  })
}

/** At the start: a newer version may take in what the last one could not. */
export function retryAllFailed(desk: Desk): Promise<void> {
  return hurryFailedHooks(desk.db, desk.clock.now())
}

/** How many wait to be taken in. */
export function countFailed(desk: Desk): Promise<number> {
  return countFailedHooks(desk.db)
}

/** The kind of trouble only: an error's own words may hold what a customer wrote. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error ? `${error.name} ${String(error.code)}` : error.name
}
