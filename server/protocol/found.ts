import { z } from 'zod'
import { ticketRow } from './ticket.ts'

/** A piece of text with the hits apart: parts, never markup (P-3). */
const parts = z.array(z.object({ text: z.string(), hit: z.boolean() }))

/**
 * Why a search found a ticket: by its number, by its customer (`parts` is a name or an address), or by what stands in it;
 * then `entry` is the message's or the note's id and `n` its number in the thread.
 */
export const foundBy = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number') }),
  z.object({ kind: z.literal('customer'), parts }),
  z.object({ kind: z.enum(['message', 'note']), parts, entry: z.uuid(), n: z.int(), at: z.int() }),
])
export type FoundBy = z.infer<typeof foundBy>

export const foundRow = z.object({ row: ticketRow, by: foundBy })
export type FoundRow = z.infer<typeof foundRow>
