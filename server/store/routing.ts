import { sql } from 'kysely'
import { type Routing, routing as schema, type StoredRouting } from '../protocol/routing.ts'
import type { Known } from '../protocol/routing-lacks.ts'
import type { Db } from './connect.ts'

export async function readRouting(db: Db): Promise<StoredRouting> {
  const { version, body } = await db.selectFrom('routing').select(['version', 'body']).executeTakeFirstOrThrow()
  return { version, routing: schema.parse(body) }
}

/** Saves over `version`; false when somebody saved in between. */
export async function writeRouting(tx: Db, version: number, routing: Routing): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('routing')
    .set({ version: version + 1, body: JSON.stringify(routing) })
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The teams, members and tags there are now, in one look. */
export async function knownNames(db: Db): Promise<Known> {
  const rows = await db
    .selectFrom('teams')
    .select(['id', sql<keyof Known>`'teams'`.as('of')])
    .unionAll((q) => q.selectFrom('tags').select(['id', sql<keyof Known>`'tags'`.as('of')]))
    .unionAll((q) =>
      q
        .selectFrom('members')
        .select(['id', sql<keyof Known>`'members'`.as('of')])
        .where('removed_at', 'is', null),
    )
    .execute()
  const those = (of: keyof Known) => new Set(rows.filter((row) => row.of === of).map(({ id }) => id))
  return { teams: those('teams'), tags: those('tags'), members: those('members') }
}

/** A ticket's first message of its customer: what the rules look for words in. Empty where there is none. */
export async function firstWords(db: Db, ticketId: string): Promise<string> {
  const first = await db
    .selectFrom('events')
    .innerJoin('messages', 'messages.id', 'events.message_id')
    .select('messages.text')
    .where('events.ticket_id', '=', ticketId)
    .where('messages.author_kind', '=', 'customer')
    .orderBy('events.seq')
    .limit(1)
    .executeTakeFirst()
  return first?.text ?? ''
}
