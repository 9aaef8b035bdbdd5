import type { Server } from 'socket.io'
import type { Change, Desk } from '../desk/desk.ts'
import type { Shopper } from '../desk/know-shopper.ts'
import { readAttendance } from '../desk/attendance.ts'
import { readColleagues } from '../desk/colleagues.ts'
import { readAllCounts, readRows } from '../desk/read-list.ts'
import { readTails } from '../desk/read-tails.ts'
import type { Member } from '../desk/sign-in.ts'
import { tagNames } from '../desk/tags.ts'
import { listTeams } from '../desk/teams.ts'
import { viewFor } from '../desk/thread-view.ts'
import type { FromAgent, ToAgent } from '../protocol/agent-events.ts'
import type { FromCustomer, ToCustomer } from '../protocol/customer-events.ts'
import { failed } from './door.ts'
import { inTurn } from './in-turn.ts'

/** What the door learned of a socket's owner at the handshake. */
export type CustomerSession = { shopper: Shopper; expiresAt: number }
export type AgentSession = { member: Member; token: string }

export type CustomerServer = Server<FromCustomer, ToCustomer, Record<string, never>, CustomerSession>
export type AgentServer = Server<FromAgent, ToAgent, Record<string, never>, AgentSession>

/** Rooms are named here only, and joined by the server only (I4). */
export const rooms = {
  customer: (id: string) => `customer:${id}`,
  agents: 'agents',
  member: (id: string) => `member:${id}`,
  ticket: (id: string) => `ticket:${id}`,
}

/** Whoever has a ticket; where nobody has it, everybody. */
const roomOf = (assignee: string | null) => (assignee === null ? rooms.agents : rooms.member(assignee))

const tailEveryMs = 15_000
const tailForMs = 60_000
const countsEveryMs = 150
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
  let countsTimer: NodeJS.Timeout | undefined
  let manyTimer: NodeJS.Timeout | undefined

  /** What is told to every agent. Nobody looks: whoever comes reads it all first. */
  const toAgents = (where: string, tell: (ids: string[]) => Promise<void>) =>
    inTurn(
      async (ids) => (agents.engine.clientsCount === 0 ? undefined : tell(ids)),
      (error) => failed(desk().log, error, where),
    )
  const rows = toAgents('live rows', async (ids) => {
    for (const row of await readRows(desk(), ids)) agents.to(rooms.agents).emit('ticket.changed', { row })
  })
  const attendance = toAgents('live attendance', async (ids) => {
    for (const one of await readAttendance(desk(), ids)) agents.to(rooms.agents).emit('ticket.attended', one)
  })
  const team = toAgents('live team', async (ids) => {
    const found = await readColleagues(desk(), ids)
    const gone = ids.filter((id) => !found.some((one) => one.id === id))
    // Pages that are open write under the new name from now on.
    for (const { data } of agents.sockets.sockets.values()) {
      data.member.name = found.find(({ id }) => id === data.member.id)?.name ?? data.member.name
    }
    agents.to(rooms.agents).emit('agents.changed', { agents: found, gone })
  })

  const named = toAgents('live tags and teams', async (kinds) => {
    if (kinds.includes('tags')) agents.to(rooms.agents).emit('tags.changed', { tags: await tagNames(desk()) })
    if (kinds.includes('teams')) agents.to(rooms.agents).emit('teams.changed', { teams: await listTeams(desk()) })
  })

  const tellMany = () => {
    manyTimer = undefined
    agents.to(rooms.agents).emit('tickets.changed', {})
  }

  const tellCounts = async () => {
    countsTimer = undefined
    try {
      const countsOf = await readAllCounts(desk())
      for (const room of agents.of('/').adapter.rooms.keys()) {
        const memberId = /^member:(.+)$/.exec(room)?.[1]
        if (memberId !== undefined) agents.to(room).emit('counts.changed', { counts: countsOf(memberId) })
      }
    } catch (error) {
      failed(desk().log, error, 'live counts')
    }
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
        rows.add(change.ticketId)
        countsTimer ??= setTimeout(() => void tellCounts(), countsEveryMs)
        return
      case 'snooze_over':
        agents.to(roomOf(change.ticket.assignee)).emit('snooze.over', { ...change.ticket, by: change.by })
        return
      case 'waits_long':
        agents.to(roomOf(change.ticket.assignee)).emit('ticket.waits', { ...change.ticket, mark: change.mark })
        return
      case 'presence':
        agents.to(rooms.agents).emit('customer.presence', { customer: change.customerId, online: change.online })
        return
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
      case 'address_left': {
        const { customerId: customer, email } = change
        customers.to(rooms.customer(customer)).emit('address.left', { email })
        agents.to(rooms.agents).emit('customer.changed', { customer })
        return
      }
      case 'customer_moved': {
        const pages = customers.sockets.adapter.rooms.get(rooms.customer(change.customerId)) ?? []
        for (const id of pages) customers.sockets.sockets.get(id)?.conn.close()
        return
      }
      case 'settings':
        agents.to(rooms.agents).emit('settings.changed', { version: change.version })
        customers.emit('chat.visible', { on: change.chat, hours: change.hours })
        countsTimer ??= setTimeout(() => void tellCounts(), countsEveryMs)
        return
      case 'signed_out':
        agents.in(rooms.member(change.memberId)).disconnectSockets(true)
        return
      case 'message_arrived':
        agents.to(rooms.agents).emit('message.arrived', change.message)
        return
      case 'preferences':
        agents.to(rooms.member(change.memberId)).emit('preferences.changed', change.preferences)
        return
      case 'attendance':
        return attendance.add(change.ticketId)
      case 'agent':
        return team.add(change.memberId)
      case 'bulk':
        agents.to(rooms.member(change.memberId)).emit('bulk.progress', change.progress)
        return
      case 'customer':
        agents.to(rooms.agents).emit('customer.changed', { customer: change.customerId })
        return
      case 'many_tickets':
        manyTimer ??= setTimeout(tellMany, manyEveryMs)
        countsTimer ??= setTimeout(() => void tellCounts(), countsEveryMs)
        return
      case 'tags':
      case 'teams':
        return named.add(change.kind)
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
        countsTimer ??= setTimeout(() => void tellCounts(), countsEveryMs)
        return
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
      clearTimeout(countsTimer)
      clearTimeout(manyTimer)
    },
  }
}
