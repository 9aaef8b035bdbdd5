import type { Arrival } from '../../../server/tickets/receive.ts'
import { at, automatic } from './a-ticket.ts'

export const monday = at('2026-03-02T10:00Z')
export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute

/** A clean first message into the web chat of somebody unknown, on a Monday morning, but for what is given. */
export function arrival(given: Partial<Arrival> = {}): Arrival {
  return {
    channel: 'web_chat',
    text: 'Where is my parcel?',
    blocked: false,
    live: null,
    closed: null,
    watched: false,
    automatic: automatic(),
    now: monday,
    ...given,
  }
}
