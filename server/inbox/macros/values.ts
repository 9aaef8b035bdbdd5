import type { Values } from '../../protocol/macro-text.ts'
import { firstName } from '../parts/avatar.tsx'

type Known = { customer: string; agent: string; ticket: number; order: string | null; shop: string }

/** what the variables stand for in one ticket. Who is only known by a number or an address has no name. */
export function valuesOf({ customer, agent, ticket, order, shop }: Known): Values {
  const named = /^[^\d@+][^@]*$/u.test(customer) && /\p{L}/u.test(customer)
  return {
    ...(named && { 'customer.first_name': firstName(customer), 'customer.name': customer }),
    'agent.first_name': firstName(agent),
    'agent.name': agent,
    'ticket.number': String(ticket),
    ...(order !== null && { 'order.number': order }),
    'shop.name': shop,
  }
}
