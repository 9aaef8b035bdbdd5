import { type Kysely, sql } from 'kysely'

/** What the desk makes of the words of a message: spam (S-8) and topics (D-5), and what agents teach it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // One judgement a ticket and label ('spam', or a topic), with the words it was about, so that it can be taken back.
  // before: what was judged until then, which undo brings back.
  `create table lessons (
    ticket_id uuid not null references tickets,
    label text not null,
    yes boolean not null,
    before boolean,
    words text[] not null,
    member_id uuid not null references members,
    at timestamptz not null,
    primary key (ticket_id, label)
  )`,
  // The sum of the lessons, word by word; under the empty word how many there are.
  `create table taught_words (
    label text not null,
    word text not null,
    yes integer not null,
    no integer not null,
    primary key (label, word)
  )`,
  // The tag that stands for a topic, made where it is first needed. Its name is the merchant's.
  `create table topic_tags (
    topic text primary key,
    tag_id uuid not null unique references tags on delete cascade
  )`,
  // Topics that were decided on already, by the desk or by hand: it does not bring them again.
  `alter table tickets add topics text[] not null default '{}'`,
]
