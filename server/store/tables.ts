import type { ColumnType, Generated, GeneratedAlways } from 'kysely'
import type { AddressKind, ChannelName, RemoteChannel } from '../protocol/channel.ts'
import type { LostWhy, PreviewKind } from '../protocol/files.ts'
import type { DeliveryState } from '../protocol/thread.ts'
import type { Role } from '../protocol/role.ts'
import type { Priority } from '../protocol/priority.ts'
import type { Settings } from '../protocol/settings.ts'
import type { Consent } from '../tickets/consent.ts'
import type { HubTables } from './hub-tables.ts'
import type { WebhookTables } from './webhook-tables.ts'
import type { EntryType, WorkingTables } from './working-tables.ts'

/** timestamptz: epoch milliseconds on our side. connect.ts reads them, `moment` (moment.ts) writes and compares them. */
type At = number
type AtOrNever = number | null

/** Whose word it is: the ids of one provider are its own. */
export type Provider = 'mail' | 'twilio' | 'meta'

type Others = HubTables & WorkingTables & WebhookTables
export type Database = Others & {
  settings: { one: Generated<boolean>; version: number; body: ColumnType<Settings, string, string>; updated_at: At }
  members: {
    id: string
    name: string
    email: string
    role: Role
    password_hash: string
    created_at: At
    removed_at: AtOrNever
    away: Generated<boolean>
    preferences: ColumnType<unknown, string | undefined, string>
    absent_since: AtOrNever
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
    visitor: Generated<boolean>
    left_email: string | null
    ask_name_at: AtOrNever
    ask_name_tries: Generated<number>
    about: Generated<string>
    segments: Generated<string[]>
  }
  identities: { kind: 'shop' | AddressKind; value: string; customer_id: string }
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
    preview_kind: PreviewKind | null
    preview_by: string | null
    last_customer_at: AtOrNever
    last_agent_at: AtOrNever
    last_outside_at: AtOrNever
    spam: Generated<boolean>
    subject: string | null
    to_kind: AddressKind | null
    to_value: string | null
    brand_address: string | null
    last_automatic_at: AtOrNever
    follows_id: string | null
    merged_into: string | null
    priority: Generated<Priority>
    team_id: string | null
    waiting_since: AtOrNever
    topics: Generated<string[]>
    followed_up_at: AtOrNever
    close_warned_at: AtOrNever
  }
  messages: {
    id: string
    ticket_id: string
    author_kind: 'customer' | 'agent' | 'automatic'
    author_id: string | null
    channel: ChannelName
    text: string
    at: At
    unheard: Generated<boolean>
  }
  events: {
    ticket_id: string
    seq: number
    customer_seq: number | null
    at: At
    type: EntryType
    data: ColumnType<unknown, string, string>
    message_id: string | null
    member_id: string | null
    to_member_id: string | null
  }
  saved_views: {
    id: string
    member_id: string
    shared: boolean
    name: string
    body: ColumnType<unknown, string, string>
    created_at: At
  }
  provider_events: { provider: Provider; external_id: string; at: At }
  deliveries: {
    id: string
    message_id: string | null
    text: string | null
    n: GeneratedAlways<number>
    ticket_id: string | null
    customer_id: string
    channel: RemoteChannel
    to_kind: AddressKind
    to_value: string
    from_address: string
    state: DeliveryState
    external_id: string | null
    attempts: Generated<number>
    next_try_at: AtOrNever
    ask_at: AtOrNever
    attempt_at: AtOrNever
    claimed_by: string | null
    error_code: string | null
    error_words: string | null
    created_at: At
    sent_at: AtOrNever
  }
  early_reports: {
    provider: Provider
    external_id: string
    state: 'sent' | 'failed' | 'delivered' | 'read'
    error_code: string | null
    error_words: string | null
    at: At
  }
  watermarks: { channel: RemoteChannel; person: string; state: 'delivered' | 'read'; up_to: At }
  notices: {
    id: string
    ticket_id: string
    address: string
    from_seq: number
    state: 'queued' | 'sent' | 'failed'
    attempts: Generated<number>
    next_try_at: At
    attempt_at: AtOrNever
    claimed_by: string | null
    error: string | null
    created_at: At
    sent_at: AtOrNever
  }
  consents: { customer_id: string; channel: 'sms' | 'whatsapp'; consent: Consent; changed_at: At }
  activities: {
    id: string
    customer_id: string
    channel: ChannelName | null
    kind: string
    data: ColumnType<unknown, string, string>
    at: At
  }
  last_actions: { customer_id: string; channel: RemoteChannel; brand_address: string; at: At }
  channel_secrets: { name: string; sealed: Buffer; changed_at: At }
  attachments: {
    id: string
    message_id: string
    position: number
    name: string
    type: string
    size: number | null
    content_id: string | null
    state: 'here' | 'waiting' | 'lost'
    source: ColumnType<unknown, string | null, string | null>
    bytes: Buffer | null
    attempts: Generated<number>
    next_try_at: AtOrNever
    lost_why: LostWhy | null
    created_at: At
  }
  mail_threads: { id: string; ticket_id: string; participants: Generated<string[]> }
  mails: {
    message_id: string
    thread_id: string
    mail_id: string
    subject: string
    html: string | null
    whole: string
    from: Generated<string>
    references: Generated<string[]>
    to: Generated<string[]>
    cc: Generated<string[]>
    transcript: Generated<boolean>
  }
  marketing_messages: {
    id: string
    external_id: string
    kind: 'campaign' | 'flow'
    name: string
    customer_id: string
    channel: RemoteChannel
    text: string
    subject: string | null
    mail_id: string | null
    at: At
    failed: Generated<boolean>
  }
  failed_hooks: {
    id: string
    provider: 'twilio' | 'meta'
    url: string
    body: Buffer
    error: string
    tries: Generated<number>
    next_try_at: At
    received_at: At
    n: Generated<number>
    senders: Generated<string[]>
  }
  short_links: { code: string; message_id: string; url: string; clicks: Generated<number>; first_click_at: AtOrNever }
  attributions: { message_id: string; marketing_id: string; ticket_id: string }
  processes: { id: string; lease_until: At }
  pages: {
    id: string
    process_id: string
    kind: 'customer' | 'agent'
    person_id: string
    ticket_id: string | null
    hidden_since: AtOrNever
    disconnected_at: AtOrNever
    typing: 'reply' | 'note' | null
    typing_until: AtOrNever
  }
  test_clock: { one: Generated<boolean>; ahead_ms: number }
  view_counts: { view: string; member_id: string; shard: number; n: number }
}
