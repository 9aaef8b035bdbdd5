import type { Change, Desk } from '../desk/desk.ts'
import { readTails } from '../desk/read-tails.ts'
import { viewFor } from '../desk/thread-view.ts'
import { failed } from './door.ts'
import { createLiveStates } from './live-states.ts'
import { type AgentServer, type CustomerServer, rooms } from './rooms.ts'

/** Whoever has a ticket; where nobody has it, everybody. */
const roomOf = (assignee: string | null) => (assignee === null ? rooms.agents : rooms.member(assignee))

const tailEveryMs = 15_000
const tailForMs = 60_000
const manyEveryMs = 1_000

/** The only one who tells connected pages anything. What it tells was committed before. */
export type Live = {
  publish(changes: Change[]): void
  /** Ends every connection, so that each page comes again and reads what it may have missed. */
  comeAgain(): void
  close(): void
}

export function createLive(desk: () => Desk, customers: CustomerServer, agents: AgentServer): Live {
  const recent = new Map<string, number>()
  const states = createLiveStates(desk, customers, agents)
  let manyTimer: NodeJS.Timeout | undefined

  const tellMany = () => {
    manyTimer = undefined
    agents.to(rooms.agents).emit('tickets.changed', {})
  }

  // A quiet heartbeat for threads where something happened lately: a lost last entry is found by its number.
  const tails = setInterval(() => {
    const old = performance.now() - tailForMs
    for (const [id, at] of recent) if (at < old) recent.delete(id)
    if (recent.size === 0) return
    readTails(desk(), [...recent.keys()]).then(
      (found) => {
        for (const tail of found) {
          agents.to(rooms.ticket(tail.ticket)).emit('thread.tail', { ticket: tail.ticket, last: tail.last })
          const last = tail.customerLast
          customers.to(rooms.customer(tail.customerId)).emit('thread.tail', { ticket: tail.ticket, last })
        }
      },
      (error: unknown) => failed(desk().log, error, 'live tails'),
    )
  }, tailEveryMs)
  tails.unref()

  const tell = (change: Change) => {
    switch (change.kind) {
      case 'entry': {
        const { entry, customerId } = change
        const ticket = entry.ticketId
        recent.set(ticket, performance.now())
        const forAgents = viewFor('agent', entry)
        const forCustomer = viewFor('customer', entry)
        if (forAgents !== null) agents.to(rooms.ticket(ticket)).emit('thread.event', { ticket, event: forAgents })
        if (forCustomer !== null) {
          customers.to(rooms.customer(customerId)).emit('thread.event', { ticket, event: forCustomer })
        }
        return
      }
      case 'ticket':
        states.changed('row', change.ticketId)
        return states.countsChanged()
      case 'snooze_over':
        agents.to(roomOf(change.ticket.assignee)).emit('snooze.over', { ...change.ticket, by: change.by })
        return
      case 'waits_long':
        agents.to(roomOf(change.ticket.assignee)).emit('ticket.waits', { ...change.ticket, mark: change.mark })
        return
      case 'presence':
        return states.changed('presence', change.customerId)
      case 'customer_types': {
        const { ticketId: ticket, customerId: id, name, on } = change
        agents.to(rooms.ticket(ticket)).emit('typing', { ticket, id, name, on })
        return
      }
      case 'agent_types': {
        const { ticketId: ticket, customerId, name, on } = change
        customers.to(rooms.customer(customerId)).emit('typing', { ticket, name, on })
        return
      }
      case 'address_left':
        states.changed('left address', change.customerId)
        agents.to(rooms.agents).emit('customer.changed', { customer: change.customerId })
        return
      case 'customer_moved': {
        const pages = customers.sockets.adapter.rooms.get(rooms.customer(change.customerId)) ?? []
        for (const id of pages) customers.sockets.sockets.get(id)?.conn.close()
        return
      }
      case 'settings':
        states.changed('settings')
        return states.countsChanged()
      case 'signed_out':
        agents.in(rooms.member(change.memberId)).disconnectSockets(true)
        return
      case 'message_arrived':
        agents.to(rooms.agents).emit('message.arrived', change.message)
        return
      case 'preferences':
        return states.changed('preferences', change.memberId)
      case 'attendance':
        return states.changed('attendance', change.ticketId)
      case 'agent':
        return states.changed('colleague', change.memberId)
      case 'bulk':
        agents.to(rooms.member(change.memberId)).emit('bulk.progress', change.progress)
        return
      case 'customer':
        agents.to(rooms.agents).emit('customer.changed', { customer: change.customerId })
        return
      case 'many_tickets':
        manyTimer ??= setTimeout(tellMany, manyEveryMs)
        return states.countsChanged()
      case 'tags':
      case 'teams':
        return states.changed(change.kind)
      case 'views':
        agents.to(change.memberId === null ? rooms.agents : rooms.member(change.memberId)).emit('views.changed', {})
        return
      case 'marketing':
        agents.to(rooms.ticket(change.ticketId)).emit('marketing.changed', { ticket: change.ticketId })
        return
      case 'mentioned': {
        const { memberId, ticketId: ticket, number, by, text } = change
        agents.to(rooms.member(memberId)).emit('mentioned', { ticket, number, by: { id: by.id, name: by.name }, text })
        return
      }
      case 'mentions_seen':
        return states.countsChanged()
      case 'macros': {
        const { memberId } = change
        agents.to(memberId === null ? rooms.agents : rooms.member(memberId)).emit('macros.changed', {})
        return
      }
      case 'draft':
        agents.to(rooms.member(change.memberId)).emit('draft.changed', change.draft)
        return
      case 'delivery_queued':
      case 'file_waits':
      case 'name_wanted':
      case 'bulk_waits':
        // Nobody's screen: the errands look at once.
        desk().hurry()
    }
  }

  return {
    publish(changes) {
      for (const change of changes) tell(change)
    },
    comeAgain() {
      for (const { sockets } of [customers.sockets, agents.sockets]) {
        for (const socket of sockets.values()) socket.conn.close()
      }
    },
    close() {
      clearInterval(tails)
      states.close()
      clearTimeout(manyTimer)
    },
  }
}
