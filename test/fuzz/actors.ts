import { randomUUID } from 'node:crypto'
import { threadEvent } from '../../server/protocol/thread.ts'
import type { AgentSocket, Installation, ShopperSocket } from '../server/installation.ts'
import type { dice } from '../server/dice.ts'
import { granted } from '../server/talk.ts'
import { createMirror, type Mirror } from './mirror.ts'

type Dice = ReturnType<typeof dice>
type Sent = { ok: true; n: number; at: number; ticket?: string }
/** A message and what was said of it: nothing yet, an answer, or a refusal for good. */
export type Written = { id: string; text: string; by: string; answer: Sent | null; refused: string | null }

/** What everybody in one run shares. */
export type World = {
  hub: Installation
  chance: Dice
  problems: string[]
  /** Tickets that anybody knows of, with their customers. */
  tickets: Map<string, string>
}

/** Answers to the same message have to be the same. */
function note({ problems }: World, message: Written, answer: Sent | { ok: false; code: string; retry: boolean }) {
  if (!answer.ok) {
    if (!answer.retry && message.answer === null) message.refused = answer.code
    if (!answer.retry && message.answer !== null) problems.push(`${message.text}: answered, then ${answer.code}`)
    return
  }
  const first = message.answer
  if (first !== null && JSON.stringify(first) !== JSON.stringify(answer)) problems.push(`${message.text}: two answers`)
  message.answer ??= answer
}

/** A shopper in two tabs, who writes, repeats, loses the connection, ends the conversation and comes back. */
export async function createShopper(world: World, name: string) {
  const { hub, chance, problems } = world
  const written: Written[] = []
  const mirrors = new Map<string, Mirror>()
  const holds = new Map<string, string>()
  const tabs: (ShopperSocket | null)[] = [null, null]

  const anyTab = async (): Promise<ShopperSocket> => tabs.find((tab) => tab?.connected) ?? (await join(0))
  const mirrorOf = (ticket: string) => {
    const known = mirrors.get(ticket)
    if (known !== undefined) return known
    const rest = async (after: number) => {
      const hold = holds.get(ticket)
      // A page loads its first page without a number; asking from 1 on would be the rest after the first.
      const ask = { ticket, after, ...(hold !== undefined && { hold }) }
      return granted(await (await anyTab()).emitWithAck('conversation.sync', ask))
    }
    const mirror = createMirror(rest, problems, `${name} in ${ticket}`)
    mirrors.set(ticket, mirror)
    return mirror
  }
  const join = async (index: number): Promise<ShopperSocket> => {
    const tab = await hub.shopper(name)
    tabs[index] = tab
    tab.on('thread.event', ({ ticket, event }) => {
      const seen = threadEvent.parse(event)
      const hidden = seen.type === 'assigned' || seen.type === 'blocked'
      if (hidden || (seen.type === 'status' && seen.status !== 'closed')) problems.push(`${name} is told ${seen.type}`)
      mirrorOf(ticket).hear(seen)
    })
    const { conversation } = granted(await tab.emitWithAck('conversation.sync', { ticket: null, after: 0 }))
    if (conversation !== null) holds.set(conversation.ticket, conversation.hold)
    return tab
  }
  const attempt = async (tab: ShopperSocket, message: Written) => {
    const { id, text } = message
    const answer = await tab.emitWithAck('message.send', { id, text })
    note(world, message, answer)
    if (!answer.ok) return
    holds.set(answer.ticket, answer.hold)
    const kept = await hub.db
      .selectFrom('tickets')
      .select('customer_id')
      .where('id', '=', answer.ticket)
      .executeTakeFirst()
    if (kept !== undefined) world.tickets.set(answer.ticket, kept.customer_id)
  }
  const write = () => {
    const message: Written = {
      id: randomUUID(),
      text: `${name} ${written.length}`,
      by: name,
      answer: null,
      refused: null,
    }
    written.push(message)
    return message
  }
  const someTicket = () => chance.among([...holds.keys()])

  const acts = [
    async () => attempt(await anyTab(), write()),
    async () => attempt(await join(chance.below(2)), write()),
    // Both tabs send the same message at once.
    async () => {
      const message = write()
      const others = [await anyTab(), await hub.shopper(name)]
      await Promise.all(others.map((tab) => attempt(tab, message)))
    },
    // Gone before the answer comes.
    async () => {
      const tab = await anyTab()
      const { id, text } = write()
      tab.emit('message.send', { id, text }, () => undefined)
      tab.disconnect()
    },
    async () => attempt(await anyTab(), written.length > 0 ? chance.among(written) : write()),
    async () => void tabs[chance.below(2)]?.disconnect(),
    async () =>
      holds.size > 0 && (await anyTab()).emitWithAck('message.seen', { ticket: someTicket(), n: 1 + chance.below(20) }),
    async () =>
      chance.below(3) === 0 &&
      holds.size > 0 &&
      (await anyTab()).emitWithAck('conversation.end', { ticket: someTicket() }),
    async () => (await anyTab()).emit('typing', { on: chance.below(2) === 0 }),
  ]
  return {
    name,
    written,
    mirrors,
    holds,
    act: async (): Promise<void> => void (await chance.among(acts)()),
    /** Back on the line for good: what has no answer is tried until it has one. */
    async settle() {
      const tab = await join(0)
      for (const message of written) {
        while (message.answer === null && message.refused === null) await attempt(tab, message)
      }
      for (const mirror of mirrors.values()) await mirror.catchUp()
    },
    /** The whole of what this shopper may see of a ticket, read afresh. */
    async fresh(ticket: string) {
      const hold = holds.get(ticket) ?? ''
      const tab = await anyTab()
      const page = granted(await tab.emitWithAck('conversation.sync', { ticket, after: 0, hold }))
      let { events, earlier } = page
      while (earlier) {
        const older = granted(await tab.emitWithAck('conversation.older', { ticket, before: events[0]?.n ?? 0, hold }))
        events = [...older.events, ...events]
        earlier = older.earlier
      }
      return { found: page.conversation !== null, events }
    },
  }
}

/** An agent with one window, who does whatever an agent may do. */
export async function createAgent(world: World) {
  const { hub, chance, problems } = world
  const member = await hub.member('support')
  const written: Written[] = []
  const mirrors = new Map<string, Mirror>()
  let socket: AgentSocket = await enter()

  async function enter(): Promise<AgentSocket> {
    const entered = await hub.agentSocket(member.cookie)
    entered.on('thread.event', ({ ticket, event }) => mirrors.get(ticket)?.hear(threadEvent.parse(event)))
    return entered
  }
  const window = async () => (socket.connected ? socket : (socket = await enter()))
  const ticketOr = (): string => {
    const known = [...world.tickets.keys()]
    return known.length > 0 ? chance.among(known) : randomUUID()
  }
  const mirrorOf = (ticket: string) => {
    const rest = async (after: number) => granted(await (await window()).emitWithAck('ticket.open', { ticket, after }))
    const mirror = mirrors.get(ticket) ?? createMirror(rest, problems, `${member.name} in ${ticket}`)
    mirrors.set(ticket, mirror)
    return mirror
  }
  const attempt = async (message: Written & { ticket: string }) => {
    const { id, text, ticket } = message
    note(world, message, await (await window()).emitWithAck('reply.send', { ticket, id, text }))
  }
  const replies: (Written & { ticket: string })[] = []
  const write = () => {
    const text = `${member.name} ${written.length}`
    const message = { id: randomUUID(), text, by: member.name, answer: null, refused: null, ticket: ticketOr() }
    written.push(message)
    replies.push(message)
    return message
  }
  const acts: (() => Promise<unknown>)[] = [
    async () => attempt(write()),
    async () => attempt(write()),
    async () => attempt(replies.length > 0 ? chance.among(replies) : write()),
    async () => {
      const { id, text, ticket } = write()
      const page = await window()
      page.emit('reply.send', { ticket, id, text }, () => undefined)
      page.disconnect()
    },
    async () => world.tickets.size > 0 && mirrorOf(ticketOr()).catchUp(),
    async () => (await window()).emitWithAck('ticket.close', { ticket: ticketOr() }),
    async () => (await window()).emitWithAck('ticket.reopen', { ticket: ticketOr() }),
    async () =>
      (await window()).emitWithAck('ticket.snooze', {
        ticket: ticketOr(),
        until: hub.clock.now() + 1 + chance.below(3_000),
      }),
    async () => (await window()).emitWithAck('ticket.wake', { ticket: ticketOr() }),
    async () => (await window()).emitWithAck('ticket.read', { ticket: ticketOr(), n: 1 + chance.below(30) }),
    async () => (await window()).emitWithAck('ticket.unread', { ticket: ticketOr() }),
    async () =>
      (await window()).emitWithAck('ticket.assign', {
        ticket: ticketOr(),
        agent: chance.below(2) === 0 ? member.id : null,
      }),
    async () => (await window()).emit('viewing', { ticket: ticketOr(), visible: chance.below(2) === 0 }),
    async () => {
      const customer = world.tickets.get(ticketOr()) ?? randomUUID()
      if (chance.below(2) === 0) await (await window()).emitWithAck('customer.block', { customer })
      await (await window()).emitWithAck('customer.unblock', { customer })
    },
    async () => hub.advance(chance.below(1_500)),
  ]
  return {
    name: member.name,
    written,
    mirrors,
    act: async (): Promise<void> => void (await chance.among(acts)()),
    async settle() {
      for (const message of replies) {
        while (message.answer === null && message.refused === null) await attempt(message)
      }
      for (const mirror of mirrors.values()) await mirror.catchUp()
    },
    async fresh(ticket: string) {
      const page = granted(await (await window()).emitWithAck('ticket.open', { ticket, after: 0 }))
      let { events, earlier } = page
      while (earlier) {
        const ask = { ticket, before: events[0]?.n ?? 0 }
        const older = granted(await (await window()).emitWithAck('ticket.older', ask))
        events = [...older.events, ...events]
        earlier = older.earlier
      }
      return { found: true, events }
    },
  }
}
