import type { TokenTrouble } from '../protocol/shop-check.ts'
import type { Db } from './connect.ts'
import { moment } from './moment.ts'

/** What happened on a page of the shop: the hub was loaded, or a token shown and taken, or refused. */
export type Sighted = 'loaded' | 'accepted' | { refused: TokenTrouble; seconds: number | null }

/** Remembers the last of its kind. */
export async function writeSighting(db: Db, origin: string, what: Sighted, at: number): Promise<void> {
  const seen =
    what === 'loaded'
      ? { loaded_at: moment(at) }
      : what === 'accepted'
        ? { accepted_at: moment(at) }
        : { refused_at: moment(at), refused_why: what.refused, refused_seconds: what.seconds }
  await db
    .insertInto('storefront_sightings')
    .values({ origin, ...seen })
    .onConflict((conflict) => conflict.column('origin').doUpdateSet(seen))
    .execute()
}

export function readSighting(db: Db, origin: string) {
  return db.selectFrom('storefront_sightings').selectAll().where('origin', '=', origin).executeTakeFirst()
}
