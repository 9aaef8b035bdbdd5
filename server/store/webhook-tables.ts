import type { Generated } from 'kysely'
import type { ChannelName } from '../protocol/channel.ts'
import type { TicketStatus } from '../tickets/ticket.ts'
import type { HookEvent, HookOff } from '../protocol/hook-events.ts'

type At = number
type AtOrNever = number | null

/** Programs of the shop that are told what happens (D-9), and what each is told. */
export type WebhookTables = {
  webhooks: {
    id: string
    url: string
    events: HookEvent[]
    channels: ChannelName[]
    with_text: boolean
    secret: Buffer
    off: HookOff | null
    failing_since: AtOrNever
    created_at: At
  }
  webhook_deliveries: {
    webhook_id: string
    event_id: string
    event: HookEvent
    ticket_id: string
    seq: number
    status: TicketStatus
    assignee_id: string | null
    team_id: string | null
    at: At
    state: 'queued' | 'sent' | 'failed'
    attempts: Generated<number>
    next_try_at: At
    attempt_at: AtOrNever
    claimed_by: string | null
    http_status: number | null
    trouble: string | null
    took_ms: number | null
    tried_at: AtOrNever
  }
}
