import type { Moment } from './ticket.ts'

/** A tab or device of the shopper: connected, or gone since; visible (null), or hidden since. */
export type Page = { connected: boolean; disconnectedAt: Moment | null; hiddenSince: Moment | null }

const grace = 30_000
const mayHide = 3 * 60_000

/** W-11: is some page connected, or gone for less than 30 s, and not hidden for over 3 minutes? */
export function shopperOnline(pages: readonly Page[], now: Moment): boolean {
  return pages.some((page) => now < gone(page))
}

/**
 * W-11: the coming moment at which the shopper is offline if nothing else happens; null when offline already, or when
 * a connected and visible page keeps them online.
 */
export function offlineAt(pages: readonly Page[], now: Moment): Moment | null {
  const at = Math.max(now, ...pages.map(gone))
  return at > now && Number.isFinite(at) ? at : null
}

/** The first moment at which this page no longer shows its shopper online. Hidden for 3 minutes is not yet over 3. */
function gone(page: Page): number {
  const disconnected = page.connected ? Infinity : (page.disconnectedAt ?? -Infinity) + grace
  const hidden = page.hiddenSince === null ? Infinity : page.hiddenSince + mayHide + 1
  return Math.min(disconnected, hidden)
}
