import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { ChannelName } from '../protocol/channel.ts'
import type { Role } from '../protocol/role.ts'
import type { Settings } from '../protocol/settings.ts'

/** timestamptz: epoch milliseconds on our side. connect.ts reads them, `moment` (moment.ts) writes and compares them. */
type At = number
type AtOrNever = number | null

export type Database = {
  settings: { one: Generated<boolean>; version: number; body: ColumnType<Settings, string, string>; updated_at: At }
  members: {
    id: string
    name: string
    email: string
    role: Role
    password_hash: string
    created_at: At
    removed_at: AtOrNever
  }
  sessions: { token_hash: Buffer; member_id: string; created_at: At; expires_at: At }
  join_links: {
    id: string
    token_hash: Buffer
    kind: 'owner' | 'invitation'
    email: string | null
    role: Role
    invited_by: string | null
    created_at: At
    expires_at: At
    used_at: AtOrNever
  }
  audit_log: {
    id: GeneratedAlways<string>
    at: At
    member_id: string | null
    action: string
    subject: string
    detail: ColumnType<unknown, string, string>
  }
  customers: {
    id: string
    shop_id: string | null
    name: string
    email: string | null
    phone: string | null
    locale: string | null
    time_zone: string | null
    created_at: At
    blocked_at: AtOrNever
    online: Generated<boolean>
  }
  identities: { kind: 'shop' | 'email' | 'phone'; value: string; customer_id: string }
  tickets: {
    id: string
    number: GeneratedAlways<number>
    channel: ChannelName
    customer_id: string
    thread_key: string
    status: 'open' | 'snoozed' | 'closed'
    snoozed_until: AtOrNever
    unread: boolean
    assignee_id: string | null
    created_at: At
    last_message_at: At
    closed_at: AtOrNever
    seq: number
    customer_seq: number
    customer_seen: number
    agent_seen: number
    preview_from: 'customer' | 'agent' | 'automatic' | null
    preview_text: string | null
    last_customer_at: AtOrNever
    last_agent_at: AtOrNever
    last_outside_at: AtOrNever
  }
  messages: {
    id: string
    ticket_id: string
    author_kind: 'customer' | 'agent' | 'automatic'
    author_id: string | null
    channel: ChannelName
    text: string
    at: At
  }
  events: {
    ticket_id: string
    seq: number
    customer_seq: number | null
    at: At
    type: 'message' | 'status' | 'seen' | 'assigned' | 'blocked'
    data: ColumnType<unknown, string, string>
    message_id: string | null
    member_id: string | null
    to_member_id: string | null
  }
  timers: { kind: 'snooze' | 'presence'; subject_id: string; due_at: At }
  processes: { id: string; lease_until: At }
  pages: {
    id: string
    process_id: string
    kind: 'customer' | 'agent'
    person_id: string
    ticket_id: string | null
    hidden_since: AtOrNever
    disconnected_at: AtOrNever
  }
  test_clock: { one: Generated<boolean>; ahead_ms: number }
  view_counts: { view: string; member_id: string; shard: number; n: number }
}
