import { countBulk, runBulk, undoBulk } from '../desk/bulks.ts'
import type { Actor, Desk } from '../desk/desk.ts'
import { editCustomer } from '../desk/edit-customer.ts'
import { moveIn } from '../desk/move-in.ts'
import { undoStep, workTicket } from '../desk/work-ticket.ts'
import type { workingAsks } from '../protocol/working-events.ts'
import type { Action } from '../protocol/working.ts'
import type { Handlers } from './door.ts'

/** What an agent does to a ticket by hand, event by event. */
export function workingHandlers(desk: Desk, member: Actor): Handlers<typeof workingAsks> {
  const hand = (ticket: string, action: Action) => workTicket(desk, member, ticket, action)
  return {
    'ticket.close': ({ ticket }) => hand(ticket, { do: 'close' }),
    'ticket.reopen': ({ ticket }) => hand(ticket, { do: 'reopen' }),
    'ticket.snooze': ({ ticket, until }) => hand(ticket, { do: 'snooze', until }),
    'ticket.wake': ({ ticket }) => hand(ticket, { do: 'wake' }),
    'ticket.unread': ({ ticket }) => hand(ticket, { do: 'unread' }),
    'ticket.assign': ({ ticket, agent, team }) => hand(ticket, { do: 'assign', agent, team }),
    'ticket.tag': ({ ticket, add, remove }) => hand(ticket, { do: 'tag', add, remove }),
    'ticket.priority': ({ ticket, priority }) => hand(ticket, { do: 'priority', priority }),
    'ticket.spam': ({ ticket, on }) => hand(ticket, { do: 'spam', on }),
    'ticket.moveIn': ({ ticket, into }) => moveIn(desk, member, ticket, into),
    'customer.edit': ({ customer, ...edit }) => editCustomer(desk, member, customer, edit),
    'bulk.count': ({ over, action }) => countBulk(desk, member, over, action),
    'bulk.run': ({ bulk }) => runBulk(desk, member, bulk),
    'bulk.undo': ({ bulk }) => undoBulk(desk, member, bulk),
    'ticket.undo': ({ ticket, step }) => undoStep(desk, member, ticket, step),
  }
}
