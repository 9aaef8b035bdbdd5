import { type Kysely, sql } from 'kysely'

/** What filters, orders and search of the inbox stand on (S-5, S-6, S-11). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // S-6: which campaigns and flows brought a ticket.
  `alter table attributions add ticket_id uuid references tickets`,
  `update attributions set ticket_id = messages.ticket_id from messages where messages.id = attributions.message_id`,
  `alter table attributions alter ticket_id set not null`,
  `create index attributions_of_ticket on attributions (ticket_id)`,
  `create index marketing_messages_named on marketing_messages (kind, name)`,

  // One index a stretch (protocol/in-list.ts). Only the channel's is paid by every message: the others are partial.
  `create index tickets_of_channel on tickets (channel, last_message_at desc, id desc)`,
  `create index tickets_waiting on tickets (waiting_since, id)
    where status = 'open' and not spam and waiting_since is not null`,
  `create index tickets_high on tickets (last_message_at desc, id desc) where priority = 'high'`,
  `create index tickets_high_of_assignee on tickets (assignee_id, status, last_message_at desc, id desc)
    where priority = 'high'`,
  `create index tickets_spam on tickets (last_message_at desc, id desc) where spam`,
  `drop index tickets_of_team`,
  `create index tickets_of_team on tickets (team_id, last_message_at desc, id desc) where team_id is not null`,
  `create index saved_views_of_member on saved_views (member_id)`,

  // Words of any language as they are written, without accents and case. No stems: orders and names have none.
  `create extension if not exists unaccent`,
  `create extension if not exists pg_trgm`,
  `create text search configuration hub (copy = simple)`,
  `alter text search configuration hub
    alter mapping for asciiword, asciihword, hword_asciipart, word, hword, hword_part, numword, numhword, hword_numpart
    with unaccent, simple`,
  // A tsvector holds a megabyte: what is longer is found by how it begins. Small pending lists, so that no message waits
  // long for the sweep of what others wrote.
  `create index messages_words on messages using gin (to_tsvector('hub', left(text, 100000)))
    with (gin_pending_list_limit = 512)`,
  `create index notes_words on notes using gin (to_tsvector('hub', left(text, 100000)))`,
  `create index messages_by_time on messages (at desc, id desc)`,
  `create index notes_by_time on notes (at desc, id desc)`,

  // The dictionary is named, so that the function depends on nothing that could change.
  `create function folded(text) returns text language sql immutable strict parallel safe
    return lower(unaccent('unaccent'::regdictionary, $1))`,
  `create function customer_words(name text, email text, left_email text) returns text
    language sql immutable parallel safe
    return folded(' ' || name || ' ' || coalesce(email, '') || ' ' || coalesce(left_email, ''))`,
  `create index customers_words on customers using gin (customer_words(name, email, left_email) gin_trgm_ops)`,
  `create index identities_words on identities using gin (folded(value) gin_trgm_ops) where kind <> 'shop'`,
]
