import { type Kysely, sql } from 'kysely'

/** D-4: routing rules and round robin, since when an agent is away, and the segments a shop counts a customer to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // body is the protocol's routing, parsed where it is read.
  `create table routing (
    one boolean primary key default true check (one),
    version integer not null,
    body jsonb not null
  )`,
  `insert into routing (version, body)
    values (1, '{"roundRobin":false,"limit":null,"whenAway":{"do":"keep"},"rules":[]}')`,
  // The last turn that was given. Its row is the lock under which tickets are given out, one after the other.
  `create table turns (one boolean primary key default true check (one), last bigint not null)`,
  `insert into turns (last) values (0)`,
  // The turn in which each was served last. Apart from members, whose rows many hold while they work.
  `create table served (member_id uuid primary key references members, turn bigint not null)`,
  // Null: connected, and the switch on.
  `alter table members add absent_since timestamptz`,
  `update members set absent_since = now()`,
  `alter table customers add segments text[] not null default '{}'`,
]
