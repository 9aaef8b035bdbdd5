import type { Db } from './connect.ts'
import { moment } from './moment.ts'

export async function addShortLinks(
  tx: Db,
  messageId: string,
  links: readonly { code: string; url: string }[],
): Promise<void> {
  if (links.length === 0) return
  await tx
    .insertInto('short_links')
    .values(links.map(({ code, url }) => ({ code, url, message_id: messageId })))
    .execute()
}

export function shortLinksOf(db: Db, messageId: string): Promise<{ code: string; url: string }[]> {
  return db.selectFrom('short_links').select(['code', 'url']).where('message_id', '=', messageId).execute()
}

/** Where a code leads. */
export async function findShortLink(db: Db, code: string): Promise<string | undefined> {
  const row = await db.selectFrom('short_links').select('url').where('code', '=', code).executeTakeFirst()
  return row?.url
}

/** Counts a click and says where it leads, and whether it was the first; undefined for a code that is none of ours. */
export async function countClick(
  tx: Db,
  code: string,
  at: number,
): Promise<{ url: string; messageId: string; isFirst: boolean } | undefined> {
  const row = await tx
    .updateTable('short_links')
    .set((q) => ({ clicks: q('clicks', '+', 1), first_click_at: q.fn.coalesce('first_click_at', moment(at)) }))
    .where('code', '=', code)
    .returning(['url', 'message_id', 'clicks'])
    .executeTakeFirst()
  return row && { url: row.url, messageId: row.message_id, isFirst: row.clicks === 1 }
}
