import { type Kysely, sql } from 'kysely'

/** Instagram and Messenger tell who wrote by an id; the name is asked for (T-11). Null: nobody has to ask. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `alter table customers add ask_name_at timestamptz, add ask_name_tries smallint not null default 0`,
  `create index customers_nameless on customers (ask_name_at) where ask_name_at is not null`,
  // Those who wrote before anybody asked, and are still shown by their id.
  `update customers set ask_name_at = created_at from identities
    where identities.customer_id = customers.id and identities.kind in ('instagram', 'messenger')
      and identities.value = customers.name`,
]
