import type { Profile } from '../channels/meta/profile.ts'
import { askNameAt, claimNameless, nameNameless, type Nameless } from '../store/asked-names.ts'
import { ticketsOf } from '../store/tickets.ts'
import { type Desk, work } from './desk.ts'

/** Waits between the tries, in milliseconds; after the last one the id stays. */
const waits = [10_000, 5 * 60_000, 60 * 60_000, 24 * 3_600_000]

/** A try that has said nothing by then has died with its process. */
const tryLastsMs = 60_000

/** Takes the next customer whose name is to be asked for, for one try by this process. Null: nobody. */
export async function claimNextNameless(desk: Desk): Promise<Nameless | null> {
  const now = desk.clock.now()
  return (await claimNameless(desk.db, now, now + tryLastsMs)) ?? null
}

/** T-11: shows somebody by their name from now on, unless they got another one meanwhile. */
export function nameTold(desk: Desk, who: Nameless, said: Profile): Promise<void> {
  return work(desk, async (w) => {
    if ('retry' in said) {
      const wait = waits[who.tries - 1]
      return askNameAt(w.tx, who.customerId, wait === undefined ? null : w.now + Math.max(wait, said.afterMs ?? 0))
    }
    await askNameAt(w.tx, who.customerId, null)
    if (said.name === null || !(await nameNameless(w.tx, who, said.name))) return
    for (const { id: ticketId } of await ticketsOf(w.tx, who.customerId)) w.tell({ kind: 'ticket', ticketId })
  })
}
