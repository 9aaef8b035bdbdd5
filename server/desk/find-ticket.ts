import type { ErrorCode } from '../protocol/errors.ts'
import { ticketOfNumber } from '../store/details.ts'
import type { Desk } from './desk.ts'

/** Which ticket has that number, as people say it to each other. */
export async function findTicketByNumber(
  desk: Desk,
  number: number,
): Promise<{ ticket: string } | { refused: ErrorCode }> {
  const found = await ticketOfNumber(desk.db, number)
  return found === undefined ? { refused: 'not_found' } : { ticket: found.id }
}
