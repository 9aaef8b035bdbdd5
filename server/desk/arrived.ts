import type { ChannelName } from '../protocol/channel.ts'
import type { PreviewKind } from '../protocol/files.ts'
import type { Change } from './desk.ts'

type Ticket = { id: string; number: number; assignee_id: string | null }
type Message = { id: string; channel: ChannelName; customer: string; text: string; kind: PreviewKind | null }

/** D-9: what is told of a customer's message to whoever is to hear of it. `text` is its one line. */
export function arrivedOf({ id, number, assignee_id }: Ticket, { id: message, ...said }: Message): Change {
  const assigned = assignee_id !== null
  return {
    kind: 'message_arrived',
    assigneeId: assignee_id,
    message: { ticket: id, message, number, assigned, ...said },
  }
}
