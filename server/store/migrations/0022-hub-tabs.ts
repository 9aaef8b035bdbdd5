import { type Kysely, sql } from 'kysely'

/** W-14: what the hub's other tabs show: the shop's orders, and the help articles that the merchant writes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  // `external_id` is the shop's own id. `updated_at` is the shop's clock: a report of an earlier moment changes nothing.
  // Money stands as the shop wrote it, in whole units of the currency. Each line keeps the shop's id of it (D-3).
  `create table orders (
    id uuid primary key,
    external_id text not null unique,
    customer_id uuid not null references customers,
    number text not null,
    status text not null check (status in ('open', 'paid', 'fulfilled', 'delivered', 'cancelled', 'refunded')),
    currency text not null,
    total numeric not null,
    lines jsonb not null,
    tracking_url text,
    status_url text,
    placed_at timestamptz not null,
    updated_at timestamptz not null
  )`,
  `create index orders_of_customer on orders (customer_id, placed_at desc, id desc)`,
  // `texts`: title and text by language. `place`: where it stands among the others.
  `create table articles (
    id uuid primary key,
    place integer not null,
    published boolean not null,
    texts jsonb not null,
    version integer not null,
    created_at timestamptz not null,
    changed_at timestamptz not null
  )`,
]
