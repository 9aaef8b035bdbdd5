import type { Desk } from './desk.ts'

/** Of the one mail that asks about a ticket (D-10): the same whoever makes it. */
export const questionId = (desk: Desk, ticketId: string): string => desk.secrets.derivedId('satisfaction', ticketId)

/**
 * D-10: a mail as it leaves: the question with the link, every other as it is. The link stands in no thread, so that
 * nobody of the team says it for the customer.
 */
export function withRatingLink(
  desk: Desk,
  { message_id, ticket_id }: { message_id: string | null; ticket_id: string | null },
  text: string,
): string {
  if (ticket_id === null || message_id !== questionId(desk, ticket_id)) return text
  return `${text}\n\n${desk.pageUrl()}/rate/${ticket_id}/${desk.secrets.sign('rating', ticket_id)}`
}

/** A link made here. Whether it still holds is the rule book's word. */
export type RatingLink = { ticket: string; signature: string }

export const isOurs = (desk: Desk, { ticket, signature }: RatingLink): boolean =>
  desk.secrets.signed('rating', ticket, signature)
