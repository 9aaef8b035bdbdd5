import type { ErrorCode } from '../protocol/errors.ts'
import type { HubLanguage } from '../protocol/hub-languages.ts'
import { findCustomer } from '../store/customers.ts'
import { findSatisfaction } from '../store/satisfaction.ts'
import { findTicket } from '../store/tickets.ts'
import { ratingLanguage } from '../tickets/rating-words.ts'
import { takesRating } from '../tickets/satisfaction.ts'
import { currentSettings } from './current-settings.ts'
import { type Desk, work } from './desk.ts'
import { isOurs, type RatingLink } from './rating-link.ts'
import { lockWithCustomer, type Rating, sayingOf, takeRating } from './satisfaction.ts'

/** What the page behind a link of a mail shows (D-10). */
export type RatingView = {
  shop: string
  language: HubLanguage
  /** What they have said; null: nothing yet. */
  said: Rating | null
  /** They can say it now, or something else than before. */
  open: boolean
}

/** Null: whatever is wrong, the link leads nowhere. Looking at it says nothing, for scanners of mails look at every link. */
export async function readRating(desk: Desk, link: RatingLink): Promise<RatingView | null> {
  if (!isOurs(desk, link)) return null
  const ticket = await findTicket(desk.db, link.ticket)
  const customer = ticket && (await findCustomer(desk.db, ticket.customer_id))
  if (ticket === undefined || customer === undefined) return null
  const { own } = await findSatisfaction(desk.db, ticket.id, customer.id)
  const takes = takesRating(sayingOf({ now: desk.clock.now() }, { ticket, customer }, own))
  if (own === undefined || takes === 'no') return null
  const { settings } = await currentSettings(desk.settings, desk.db)
  const { score, comment } = own
  return {
    shop: settings.general.shopName,
    language: ratingLanguage(customer.locale, settings.hub.language),
    said: score === null ? null : { score, comment },
    open: takes === 'yes',
  }
}

/** D-10: the customer says it on the page of a mail's link. */
export function rateByLink(
  desk: Desk,
  link: RatingLink,
  rating: Rating,
): Promise<{ done: true } | { refused: ErrorCode }> {
  return work(desk, async (w) => {
    const found = isOurs(desk, link) ? await lockWithCustomer(w, link.ticket) : undefined
    return found === undefined ? { refused: 'not_found' } : takeRating(w, found, rating)
  })
}
