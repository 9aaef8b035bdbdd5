import type { ErrorCode } from '../protocol/errors.ts'
import { filesShownWith } from '../store/attachments.ts'
import type { Desk } from './desk.ts'
import { filePath } from './file-links.ts'
import { ownTicket } from './read-conversation.ts'

/** As long as somebody looks at a picture; a page asks anew for more. */
const forShoppers = 600_000

type Links = { links: { file: string; path: string }[]; until: number }

/**
 * Where a shopper's page finds the files of a message of their own conversation, for a while (P-1). A message that they
 * may not see, or that stands elsewhere, has none.
 */
export async function linksForShopper(
  desk: Desk,
  customerId: string,
  ask: { ticket: string; message: string; hold?: string | undefined },
): Promise<Links | { refused: ErrorCode }> {
  const ticket = await ownTicket(desk, customerId, ask.ticket, ask.hold)
  if (ticket === undefined) return { refused: 'not_found' }
  const files = await filesShownWith(desk.db, ticket.id, ask.message)
  return {
    links: files.map(({ id }) => ({ file: id, path: filePath(desk, id, forShoppers) })),
    until: desk.realClock.now() + forShoppers,
  }
}
