import type { ChannelName } from '../protocol/channel.ts'
import type { HookEvent, HookOff } from '../protocol/hook-events.ts'
import type { HookResult } from '../protocol/webhooks.ts'
import type { TicketStatus } from './ticket.ts'

type Stand = { status: TicketStatus; spam: boolean; channel: ChannelName }
type Entry = {
  seq: number
  data: { type: string }
  message: { from: 'customer' | 'agent' | 'automatic'; channel: ChannelName; unheard?: boolean; moved?: true } | null
}
/** Where in the ticket's log it stands, and by which channel. */
export type Happened = { event: HookEvent; seq: number; channel: ChannelName }

/**
 * D-9: what programs of the shop are told of a change in a ticket's log: `was` before and `is` after the entries. As
 * all other notices it says nothing of spam, of blocked senders and of what machines wrote (S-8, S-9, P-5); a ticket
 * that comes out of spam is opened for them only then.
 */
export function happened(was: Stand & { seq: number }, is: Stand, entries: Entry[], byMachine: boolean): Happened[] {
  if (is.spam || byMachine) return []
  const { channel } = is
  const at = (event: HookEvent, entry: Entry | undefined): Happened[] =>
    entry === undefined ? [] : [{ event, seq: entry.seq, channel: entry.message?.channel ?? channel }]
  const last = (type: string) => entries.findLast(({ data }) => data.type === type)
  const opens = was.seq === 0 || was.spam
  const written = entries.filter(({ message }) => message?.from === 'customer' && !message.unheard && !message.moved)
  const closes = is.status === 'closed' && was.status !== 'closed' && !was.spam
  const reopens = was.status === 'closed' && is.status !== 'closed' && !opens
  return [
    ...(opens && is.status !== 'closed' ? at('ticket.opened', entries[0]) : []),
    ...(reopens ? at('ticket.reopened', last('status')) : []),
    ...written.flatMap((entry) => at('message.received', entry)),
    ...at('ticket.assigned', last('assigned')),
    ...(closes ? at('ticket.closed', last('status')) : []),
  ]
}

/**
 * May it be written down as an address? Https at its usual port, by name; on a developer's machine also that very
 * machine. Where the name leads is looked at each time something is sent (S11).
 */
export function mayBeTold(address: string, local: boolean): boolean {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || url.username !== '' || url.password !== '') return false
  const { protocol, hostname, port } = url
  if (local && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname))
    return protocol === 'https:' || protocol === 'http:'
  return protocol === 'https:' && port === '' && /\.[a-z][a-z0-9-]*\.?$/.test(hostname)
}

const hour = 3_600_000
/** Waits after each try, in seconds; the last try is made after more than three days. */
const waits = [5, 30, 120, 600, 1_800, 7_200, 21_600, 43_200, 86_400, 108_000]
/** As long as nothing arrives, before a webhook is switched off. */
export const failsFor = 72 * hour

type Tried = { attempts: number; failingSince: number | null; now: number }
/** `delivery`: what becomes of it, a number being when it is tried again; `failingSince` and `off`: of its webhook. */
export type After = { delivery: 'sent' | 'failed' | number; failingSince: number | null; off: HookOff | null }

/** What follows from a try. Only 2xx is an arrival; 410 says that nothing will ever be wanted there. */
export function afterTry({ status }: Pick<HookResult, 'status'>, { attempts, failingSince, now }: Tried): After {
  if (status !== null && status >= 200 && status < 300) return { delivery: 'sent', failingSince: null, off: null }
  const since = failingSince ?? now
  if (status === 410) return { delivery: 'failed', failingSince: since, off: 'gone' }
  if (now - since >= failsFor) return { delivery: 'failed', failingSince: since, off: 'failing' }
  const wait = waits[attempts - 1]
  return { delivery: wait === undefined ? 'failed' : now + wait * 1_000, failingSince: since, off: null }
}
