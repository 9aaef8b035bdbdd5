import { placeOfPage } from '../store/attendance.ts'
import { onlineOf, setOnlineIfChanged } from '../store/customers.ts'
import {
  addPage,
  changePage,
  dropPages,
  dropProcess,
  orphanPages,
  pagesOf,
  removePage,
  renewLease,
} from '../store/pages.ts'
import { noteAbsence } from '../store/round-robin.ts'
import { dropTimer, setTimer } from '../store/timers.ts'
import { offlineAt, shopperOnline } from '../tickets/online.ts'
import { type Desk, type Work, work } from './desk.ts'
import { shopperLeft } from './follow-up.ts'

/** A tab or device that is connected right now. */
export type ConnectedPage = { id: string; kind: 'customer' | 'agent'; personId: string }

/** A page came. Its person is online from now on (W-11). */
export function pageConnected(desk: Desk, page: ConnectedPage): Promise<void> {
  return work(desk, async (w) => {
    await addPage(w.tx, { ...page, processId: desk.processId })
    if (page.kind === 'customer') await refreshOnline(w, page.personId)
    else await agentMoved(w, page.personId)
  })
}

/** A page was hidden or shown again; an agent's page also says which ticket it shows (S-3, R-14). */
export function pageChanged(
  desk: Desk,
  page: ConnectedPage,
  change: { visible: boolean; ticketId?: string | null },
): Promise<void> {
  return work(desk, async (w) => {
    const before = page.kind === 'agent' ? await placeOfPage(w.tx, page.id) : undefined
    await changePage(w.tx, page.id, {
      hiddenSince: change.visible ? null : w.now,
      ...(change.ticketId !== undefined && { ticketId: change.ticketId }),
    })
    if (page.kind === 'customer') return refreshOnline(w, page.personId)
    const was = before?.hidden_since === null ? before.ticket_id : null
    const is = change.visible ? (change.ticketId ?? null) : null
    if (was === is) return
    for (const ticketId of [was, is]) if (ticketId !== null) w.tell({ kind: 'attendance', ticketId })
  })
}

/** A page went. A shopper's counts for 30 s more (W-11), an agent's is forgotten. */
export function pageGone(desk: Desk, page: ConnectedPage): Promise<void> {
  return work(desk, async (w) => {
    if (page.kind === 'agent') {
      const ticketId = await removePage(w.tx, page.id)
      if (ticketId !== null) w.tell({ kind: 'attendance', ticketId })
      return agentMoved(w, page.personId)
    }
    await changePage(w.tx, page.id, { disconnectedAt: w.now })
    await refreshOnline(w, page.personId)
  })
}

/** D-4: an agent came or went, on one page or another. */
async function agentMoved(w: Work, memberId: string): Promise<void> {
  await noteAbsence(w.tx, memberId, w.now)
  w.tell({ kind: 'agent', memberId })
}

/** W-11: which of these customers are there. */
export function readPresence(
  desk: Desk,
  customers: readonly string[],
): Promise<{ customer: string; online: boolean }[]> {
  return onlineOf(desk.db, customers)
}

/** W-11: decides anew whether a shopper is online, and sets the alarm for when they no longer are. */
export async function refreshOnline(w: Work, customerId: string): Promise<void> {
  // The alarm is the lock as well: of two tabs that close at one moment each would see the other still there.
  await setTimer(w.tx, 'presence', customerId, w.now)
  const pages = (await pagesOf(w.tx, 'customer', customerId)).map((page) => ({
    id: page.id,
    connected: page.disconnected_at === null,
    disconnectedAt: page.disconnected_at,
    hiddenSince: page.hidden_since,
  }))
  const online = shopperOnline(pages, w.now)
  const next = offlineAt(pages, w.now)
  if (next === null) await dropTimer(w.tx, 'presence', customerId)
  else await setTimer(w.tx, 'presence', customerId, next)
  const gone = pages.filter((page) => !page.connected && !shopperOnline([page], w.now))
  await dropPages(
    w.tx,
    gone.map((page) => page.id),
  )
  if (!(await setOnlineIfChanged(w.tx, customerId, online))) return
  w.tell({ kind: 'presence', customerId })
  if (!online) await shopperLeft(w, customerId)
}

const leaseSeconds = 30

/**
 * Keeps this process's lease; the pages of a process that lost its own are taken over and time out (DESIGN: presence).
 * False where that has happened to this one, which stood still for too long: its pages are connected and count for gone.
 */
export async function keepLease(desk: Desk): Promise<boolean> {
  const { held, dead } = await renewLease(desk.db, desk.processId, leaseSeconds)
  for (const processId of dead) {
    await work(desk, (w) => takeOver(w, processId))
  }
  return held
}

/** At the end of a process: its pages are gone now, not when the lease runs out. */
export function leaveLease(desk: Desk): Promise<void> {
  return work(desk, (w) => takeOver(w, desk.processId))
}

async function takeOver(w: Work, processId: string): Promise<void> {
  const { customers, agents, tickets } = await orphanPages(w.tx, processId, w.now)
  for (const customerId of customers) await refreshOnline(w, customerId)
  for (const memberId of agents.toSorted()) await agentMoved(w, memberId)
  for (const ticketId of tickets) w.tell({ kind: 'attendance', ticketId })
  await dropProcess(w.tx, processId)
}
