import type { Settings } from '../protocol/settings.ts'
import type { TicketRecord } from '../store/tickets.ts'
import type { Arrival } from '../tickets/receive.ts'
import type { InboundMessage } from './take-in.ts'
import { stateOf } from './ticket-state.ts'

/** What was found of a message's thread. */
export type Found = {
  blocked: boolean
  live: TicketRecord | undefined
  closed: TicketRecord | undefined
  watched: boolean
}

/** A message and what was found, as the rule book asks for it. */
export function arrivalOf(settings: Settings, inbound: InboundMessage, found: Found, now: number): Arrival {
  const { live, closed, blocked, watched } = found
  return {
    channel: inbound.channel,
    text: inbound.text,
    blocked,
    live: live === undefined ? null : stateOf(live),
    closed: closed === undefined ? null : stateOf(closed),
    watched,
    automatic: {
      hours: settings.webChat.officeHours,
      zone: settings.general.timeZone,
      during: settings.webChat.during,
      outside: settings.webChat.outside,
      lastOutsideAt: live?.last_outside_at ?? null,
      lastAgentAt: live?.last_agent_at ?? null,
    },
    now,
  }
}
