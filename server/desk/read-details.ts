import { z } from 'zod'
import { consents as consentNames } from '../protocol/consent.ts'
import type { ConsentCard, ConsentStep, TicketDetails } from '../protocol/details.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import { type ConsentActivity, consentActivities, consentsOf, linkedTickets } from '../store/details.ts'
import { namesOf } from '../store/identities.ts'
import { findTicket } from '../store/tickets.ts'
import { mayMoveIn } from '../tickets/move-in.ts'
import type { Desk } from './desk.ts'
import { movable } from './move-in.ts'

const most = { steps: 50, linked: 20 }

/** What hearKeyword and reportConsent have written down. */
const written = z.object({ consent: z.enum(consentNames), text: z.string().optional() })

/** D-1: the customer's names, consents and linked tickets, for the pane beside a thread. */
export async function readDetails(desk: Desk, ticketId: string): Promise<TicketDetails | { refused: ErrorCode }> {
  const ticket = await findTicket(desk.db, ticketId)
  if (ticket === undefined) return { refused: 'not_found' }
  const customerId = ticket.customer_id
  const [names, said, activities, linked] = await Promise.all([
    namesOf(desk.db, customerId),
    consentsOf(desk.db, customerId),
    consentActivities(desk.db, customerId, most.steps),
    linkedTickets(desk.db, ticket, most.linked),
  ])
  const from = await movable(desk.db, ticket)
  const aimed = ticket.follows_id === null ? undefined : await findTicket(desk.db, ticket.follows_id)
  const aimedAt = aimed && (await movable(desk.db, aimed))
  const reached = {
    sms: names.some(({ kind }) => kind === 'phone'),
    whatsapp: names.some(({ kind }) => kind === 'whatsapp' || kind === 'whatsapp_user'),
  }
  const consents = (['sms', 'whatsapp'] as const).flatMap((channel): ConsentCard[] => {
    const known = said.find((row) => row.channel === channel)
    if (known === undefined && !reached[channel]) return []
    const history = activities.flatMap((activity) => (activity.channel === channel ? stepOf(activity) : []))
    return [{ channel, consent: known?.consent ?? 'never', history }]
  })
  return {
    names,
    consents,
    linked: linked.map(({ id, number, channel, status, customer, ...other }) => {
      const takes = aimedAt?.id === id && mayMoveIn(from, aimedAt)
      const how =
        id === ticket.merged_into
          ? 'merged_there'
          : other.merged_into === ticket.id
            ? 'merged_here'
            : id === ticket.follows_id
              ? 'before'
              : 'after'
      return { id, number, channel, status, customer, how, takes }
    }),
  }
}

/** A keyword that changed nothing, as HELP, is no step. */
function stepOf({ kind, data, at }: ConsentActivity): ConsentStep[] {
  const found = written.safeParse(data)
  if (!found.success || isHelp(data)) return []
  const { consent, text } = found.data
  return [{ at, consent, by: kind === 'keyword' ? 'customer' : 'shop', said: text ?? null }]
}

const isHelp = (data: unknown) => z.object({ keyword: z.literal('help') }).safeParse(data).success
