import { sql } from 'kysely'
import type { Stretch } from '../protocol/in-list.ts'
import type { ListScope } from '../protocol/list-filter.ts'
import type { Db } from './connect.ts'
import { type RowRecord, rows } from './lists.ts'
import { moment } from './moment.ts'

/** A keyset position: key and id of the last row of the page before. */
export type Position = { at: number; id: string }

/**
 * The tickets of a list, in no order (S-5, S-6): the sentence of `inList` (protocol/in-list.ts) in SQL. `me`: the agent
 * who asks.
 */
export function ticketsIn(db: Db, of: ListScope, me: string) {
  const { assignee, campaign } = of
  let found = db.selectFrom('tickets as f').where('f.spam', '=', of.view === 'spam')
  if (of.view === 'mine') found = found.where('f.assignee_id', '=', me)
  if (of.view === 'unassigned') found = found.where('f.assignee_id', 'is', null)
  if (of.view === 'mentions') {
    const ofMe = db.selectFrom('mentions').select('ticket_id').where('member_id', '=', me)
    found = found.where('f.id', 'in', ofMe)
  }
  if (of.status !== 'any') found = found.where('f.status', '=', of.status)
  if (of.read !== 'any') found = found.where('f.unread', '=', of.read === 'unread')
  if (of.channels.length > 0) found = found.where('f.channel', 'in', of.channels)
  if (assignee.kind === 'nobody') found = found.where('f.assignee_id', 'is', null)
  if (assignee.kind === 'me') found = found.where('f.assignee_id', '=', me)
  if (assignee.kind === 'member') found = found.where('f.assignee_id', '=', assignee.id)
  if (assignee.kind === 'team') found = found.where('f.team_id', '=', assignee.id)
  if (of.priority === 'high') found = found.where('f.priority', '=', 'high')
  if (of.tags.length > 0) {
    const tagged = db.selectFrom('ticket_tags').select('ticket_id').where('tag_id', 'in', of.tags)
    found = found.where('f.id', 'in', tagged)
  }
  if (campaign !== null) {
    const brought = db
      .selectFrom('attributions')
      .innerJoin('marketing_messages', 'marketing_messages.id', 'attributions.marketing_id')
      .select('attributions.ticket_id')
      .where('marketing_messages.kind', '=', campaign.kind)
      .where('marketing_messages.name', '=', campaign.name)
    found = found.where('f.id', 'in', brought)
  }
  if (of.customer !== undefined) found = found.where('f.customer_id', '=', of.customer)
  return found
}

type Page = { of: ListScope; me: string; stretch: Stretch; after: Position | null; limit: number }

/** Where one page of one stretch stands: the ids alone, in its order, so that the walk touches as little as it can. */
export function pageOf(db: Db, { of, me, stretch, after, limit }: Page) {
  const key = stretch.key === 'waitingSince' ? 'f.waiting_since' : 'f.last_message_at'
  const direction = stretch.direction === 'up' ? 'asc' : 'desc'
  let found = ticketsIn(db, of, me).select('f.id')
  if (stretch.channel !== null) found = found.where('f.channel', '=', stretch.channel)
  const waits = sql<boolean>`f.status = 'open' and not f.spam and f.waiting_since is not null`
  if (stretch.part === 'waiting') found = found.where(waits)
  if (stretch.part === 'not_waiting') found = found.where(sql<boolean>`not (${waits})`)
  if (stretch.part === 'high' || stretch.part === 'normal') found = found.where('f.priority', '=', stretch.part)
  if (after !== null) {
    const beyond = sql.raw(stretch.direction === 'up' ? '>' : '<')
    found = found.where(sql<boolean>`(${sql.ref(key)}, f.id) ${beyond} (${moment(after.at)}, ${after.id}::uuid)`)
  }
  return found.orderBy(key, direction).orderBy('f.id', direction).limit(limit)
}

/** The rows of one page of one stretch, in any order: all of one moment, so what they say fits together. */
export function listPage(db: Db, page: Page): Promise<RowRecord[]> {
  return rows(db).innerJoin(pageOf(db, page).as('p'), 'p.id', 't.id').execute()
}
