import { sql } from 'kysely'
import type { Campaign } from '../protocol/list-filter.ts'
import type { Named } from '../protocol/ticket.ts'
import type { Db } from './connect.ts'

const most = 500

/** Tags in use, by name. */
export function namedTags(db: Db): Promise<Named[]> {
  return db.selectFrom('tags').select(['id', 'name']).orderBy(sql`lower(name)`).limit(most).execute()
}

export function namedTeams(db: Db): Promise<Named[]> {
  return db.selectFrom('teams').select(['id', 'name']).orderBy(sql`lower(name)`).limit(most).execute()
}

/** Members who have left; their tickets can still be asked for. */
export function formerMembers(db: Db): Promise<Named[]> {
  return db
    .selectFrom('members')
    .select(['id', 'name'])
    .where('removed_at', 'is not', null)
    .orderBy(sql`lower(name)`)
    .limit(most)
    .execute()
}

/** Names of campaigns and flows: one step in the index a name, however many people each of them went to. */
export async function namedCampaigns(db: Db): Promise<Campaign[]> {
  const { rows } = await sql<Campaign>`
    with recursive names as (
      (select kind, name from marketing_messages order by kind, name limit 1)
      union all
      select next.kind, next.name from names cross join lateral (
        select kind, name from marketing_messages where (kind, name) > (names.kind, names.name)
        order by kind, name limit 1
      ) as next
    )
    select kind, name from names limit ${most}`.execute(db)
  return rows
}
