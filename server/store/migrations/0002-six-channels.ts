import { type Kysely, sql } from 'kysely'

/**
 * Email, SMS, WhatsApp, Instagram and Messenger. Correctness lives in constraints again: one name of a person belongs
 * to one customer, one ticket a person on SMS and WhatsApp, one ticket a mail thread, one row for what a provider said.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const channels = `('email', 'sms', 'whatsapp', 'instagram', 'messenger')`

const statements = [
  `alter table identities drop constraint identities_kind_check`,
  `alter table identities add constraint identities_kind_check check
    (kind in ('shop', 'email', 'phone', 'whatsapp', 'whatsapp_user', 'instagram', 'messenger'))`,

  // T-6: a Messenger visitor is no customer. The row only carries the name and the block of one page-scoped id.
  `alter table customers add visitor boolean not null default false`,

  // to_kind and to_value: who is answered, by which name. brand_address: which of ours was last written to.
  `alter table tickets
    add spam boolean not null default false,
    add subject text,
    add to_kind text check (to_kind in ('email', 'phone', 'whatsapp', 'whatsapp_user', 'instagram', 'messenger')),
    add to_value text,
    add brand_address text,
    add last_automatic_at timestamptz,
    add follows_id uuid references tickets,
    add merged_into uuid references tickets,
    add check ((to_kind is null) = (to_value is null)),
    add check (merged_into is null or status = 'closed')`,
  // T-2, T-3, T-4: one ticket a mail thread, one a person, whatever its status and whoever races.
  `create unique index one_ticket_a_person on tickets (channel, thread_key)
    where channel in ('email', 'sms', 'whatsapp') and merged_into is null`,

  `alter table events drop constraint events_type_check`,
  `alter table events add constraint events_type_check check
    (type in ('message', 'status', 'seen', 'assigned', 'blocked', 'delivery', 'keyword'))`,

  // P-4: what a provider told us, once. Keywords leave no message, so messages alone would not tell a repetition.
  `create table provider_events (
    provider text not null check (provider in ('mail', 'twilio', 'meta')),
    external_id text not null,
    at timestamptz not null,
    primary key (provider, external_id)
  )`,
  `create index provider_events_at on provider_events (at)`,

  // what has to leave the house, and what became of it. Its id is the message's; a keyword's answer (M-1), which
  // stands in no ticket, brings its own text. n is the order of writing; attempt_at stands while a try runs, and
  // claimed_by with it, until the process that tries is gone.
  `create table deliveries (
    id uuid primary key,
    message_id uuid unique references messages,
    text text,
    n bigint generated always as identity unique,
    ticket_id uuid references tickets,
    customer_id uuid not null references customers,
    channel text not null check (channel in ${channels}),
    to_kind text not null,
    to_value text not null,
    from_address text not null,
    state text not null check (state in ('queued', 'unknown', 'sent', 'failed', 'delivered', 'read')),
    external_id text,
    attempts integer not null default 0,
    next_try_at timestamptz,
    attempt_at timestamptz,
    claimed_by uuid references processes on delete set null,
    error_code text,
    error_words text,
    created_at timestamptz not null,
    sent_at timestamptz,
    unique (channel, external_id),
    check ((state = 'queued') = (next_try_at is not null)),
    check ((message_id is null) = (text is not null)),
    check ((message_id is null) = (ticket_id is null)),
    check (claimed_by is null or attempt_at is not null)
  )`,
  `create index deliveries_due on deliveries (next_try_at) where state = 'queued'`,
  `create index deliveries_queued on deliveries (customer_id, channel, n) where state = 'queued'`,
  `create index deliveries_of_person on deliveries (channel, to_value, sent_at)`,

  // M-3: one consent for each customer and channel; what happened to it stays.
  `create table consents (
    customer_id uuid not null references customers,
    channel text not null check (channel in ('sms', 'whatsapp')),
    consent text not null check (consent in ('never', 'transactional', 'marketing', 'stopped')),
    changed_at timestamptz not null,
    primary key (customer_id, channel)
  )`,
  // D-1: what a customer did that no ticket tells: keywords (M-1), and what the shop reports.
  `create table activities (
    id uuid primary key,
    customer_id uuid not null references customers,
    channel text,
    kind text not null,
    data jsonb not null,
    at timestamptz not null
  )`,
  `create index activities_of_customer on activities (customer_id, at desc)`,

  // when a person last did what the provider counts, towards which address of ours.
  `create table last_actions (
    customer_id uuid not null references customers,
    channel text not null check (channel in ${channels}),
    brand_address text not null,
    at timestamptz not null,
    primary key (customer_id, channel, brand_address)
  )`,

  // Credentials, sealed with the desk's own secret.
  `create table channel_secrets (
    name text primary key,
    sealed bytea not null,
    changed_at timestamptz not null
  )`,

  // Files of messages. bytes is empty while the provider's copy is still to be fetched; source says where that is.
  `create table attachments (
    id uuid primary key,
    message_id uuid not null references messages,
    position smallint not null,
    name text not null,
    type text not null,
    size integer,
    content_id text,
    state text not null check (state in ('here', 'waiting', 'lost')),
    source jsonb,
    bytes bytea,
    attempts smallint not null default 0,
    next_try_at timestamptz,
    created_at timestamptz not null,
    unique (message_id, position),
    check ((state = 'here') = (bytes is not null)),
    check ((state = 'waiting') = (next_try_at is not null))
  )`,
  `create index attachments_waiting on attachments (next_try_at) where state = 'waiting'`,

  // T-2, R-7: which ticket a mail thread leads to now, and who takes part in it.
  `create table mail_threads (
    id uuid primary key,
    ticket_id uuid not null references tickets,
    participants text[] not null default '{}'
  )`,
  `create index mail_threads_of_ticket on mail_threads (ticket_id)`,
  // What only mail has. mail_id is the Message-ID, ours or theirs, without angle brackets.
  `create table mails (
    message_id uuid primary key references messages,
    thread_id uuid not null references mail_threads,
    mail_id text not null,
    subject text not null,
    html text,
    fresh text not null,
    "references" text[] not null default '{}',
    "to" text[] not null default '{}',
    cc text[] not null default '{}',
    transcript boolean not null default false
  )`,
  `create index mails_by_mail_id on mails (mail_id)`,
  `create index mails_of_thread on mails (thread_id)`,

  // D-2, M-4: what the shop's marketing tool sent, as it reports it.
  `create table marketing_messages (
    id uuid primary key,
    external_id text not null unique,
    kind text not null check (kind in ('campaign', 'flow')),
    name text not null,
    customer_id uuid not null references customers,
    channel text not null check (channel in ${channels}),
    text text not null,
    subject text,
    mail_id text,
    at timestamptz not null,
    failed boolean not null default false
  )`,
  `create index marketing_messages_of_customer on marketing_messages (customer_id, channel, at desc)`,
  `create index marketing_messages_by_mail_id on marketing_messages (mail_id) where mail_id is not null`,
  `create table attributions (
    message_id uuid primary key references messages,
    marketing_id uuid not null unique references marketing_messages
  )`,
]
