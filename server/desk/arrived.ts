import type { ToldTicket } from '../protocol/arrived.ts'
import type { ChannelName } from '../protocol/channel.ts'
import type { PreviewKind } from '../protocol/files.ts'
import type { Change } from './desk.ts'

type Ticket = { id: string; number: number; channel: ChannelName; assignee_id: string | null; team_id: string | null }
type Message = { id: string; channel: ChannelName; customer: string; text: string; kind: PreviewKind | null }

/** D-9: a ticket as it is told of. */
export function toldOf({ id, number, channel, assignee_id, team_id }: Ticket, customer: string): ToldTicket {
  return { ticket: id, number, channel, customer, assignee: assignee_id, team: team_id }
}

/** D-9: what is told of a customer's message. `text` is its one line. */
export function arrivedOf(ticket: Ticket, { id: message, customer, ...said }: Message): Change {
  return { kind: 'message_arrived', message: { ...toldOf(ticket, customer), message, ...said } }
}
