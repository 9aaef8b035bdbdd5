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
  waitsFor,
} from '../store/failed-hooks.ts'
import { type Desk, work } from './desk.ts'
import { isStoreTrouble } from './trouble.ts'

/** Waits between the tries, in milliseconds; then one a day, until a newer version of us can take it in. */
const waits = [60_000, 10 * 60_000, 60 * 60_000, 6 * 3_600_000]
const day = 24 * 3_600_000

/** A try that has said nothing by then has died with its process. */
const tryLastsMs = 5 * 60_000

/**
 * SAFETY 2: what a provider brought is kept as it came when taking it in fails: not every provider brings it again. The
 * caller has verified it, and says 2xx only when this has resolved. Nobody's later words wait until a bug is mended.
 */
export function keepFailed(desk: Desk, provider: HookProvider, raw: RawRequest, error: unknown): Promise<void> {
  return keep(desk, provider, raw, { error: wordsOf(error), waitMs: waits[0] ?? day, senders: [] })
}

/**
 * SAFETY 2: the same where more comes in than can be taken in at once. Its turn comes as soon as there is one; what its
 * senders bring after it waits behind it (`mustWait`), on whichever process and after a restart as well.
 */
export async function keepForLater(
  desk: Desk,
  provider: HookProvider,
  raw: RawRequest,
  senders: readonly string[],
): Promise<void> {
  await keep(desk, provider, raw, { error: 'waits for its turn', waitMs: 0, senders })
  desk.hurry()
}

/** Has one of them brought something before that is not taken in yet? */
export async function mustWait(desk: Desk, senders: readonly string[]): Promise<boolean> {
  return senders.length > 0 && waitsFor(desk.db, senders)
}

function keep(
  desk: Desk,
  provider: HookProvider,
  { url, body }: RawRequest,
  { error, waitMs, senders }: { error: string; waitMs: number; senders: readonly string[] },
): Promise<void> {
  const id = desk.secrets.derivedId('failed hook', `${provider} ${url} ${body.toString('latin1')}`)
  return work(desk, (w) =>
    keepFailedHook(w.tx, { id, provider, url, body, receivedAt: w.now, nextTryAt: w.now + waitMs, error, senders }),
  )
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
    // A store that was away is no fault of what was brought.
    const passed = !errors.some(isStoreTrouble)
    const wait = passed ? waits[tries] : waits[0]
    await postponeFailedHook(w.tx, id, { at: w.now + (wait ?? day), error: wordsOf(errors[0]), passed })
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
