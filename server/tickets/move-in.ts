import type { TicketState } from './ticket.ts'

/** `follows`: the ticket its first mail aimed at. `gone`: its own mails stand in another ticket already. */
export type Movable = TicketState & { customerId: string; follows: string | null; gone: boolean; blocked: boolean }

/**
 * T-2: may a stranger's mails be moved into the ticket they aimed at? Not into a chat, which its shopper reads, and
 * not what is hidden: spam is said to be none first (S-8), and whoever is blocked stays so (S-9).
 */
export function mayMoveIn(from: Movable, into: Movable): boolean {
  return (
    from.follows === into.id &&
    from.customerId !== into.customerId &&
    [from, into].every((one) => one.channel === 'email' && one.spam !== true && !one.gone && !one.blocked)
  )
}
