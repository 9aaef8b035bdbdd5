import type { Server } from 'socket.io'
import type { Shopper } from '../desk/know-shopper.ts'
import type { Member } from '../desk/sign-in.ts'
import type { FromAgent, ToAgent } from '../protocol/agent-events.ts'
import type { FromCustomer, ToCustomer } from '../protocol/customer-events.ts'

/** What the door learned of a socket's owner at the handshake. */
export type CustomerSession = { shopper: Shopper; expiresAt: number }
export type AgentSession = { member: Member; token: string }

export type CustomerServer = Server<FromCustomer, ToCustomer, Record<string, never>, CustomerSession>
export type AgentServer = Server<FromAgent, ToAgent, Record<string, never>, AgentSession>

/** Rooms are named here only, and joined by the server only (I4). */
export const rooms = {
  customer: (id: string) => `customer:${id}`,
  agents: 'agents',
  member: (id: string) => `member:${id}`,
  ticket: (id: string) => `ticket:${id}`,
}
