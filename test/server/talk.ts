import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { z } from 'zod'
import { type ThreadEvent, threadEvent } from '../../server/protocol/thread.ts'
import type { Refused } from '../../server/protocol/errors.ts'
import type { AgentSocket, ShopperSocket } from './installation.ts'
import { eventually } from '../eventually.ts'

/** A message as a page makes it: with an id of its own. */
export const say = (text: string) => ({ id: randomUUID(), text })

/** The answer, which has to be a good one. */
export function granted<A extends { ok: true }>(answer: A | Refused): A {
  if (!answer.ok) throw new Error(`Refused: ${answer.code}`)
  return answer
}

const refusal = z.object({ data: z.object({ code: z.string() }) })

/** How a door turned somebody away: its code, or what the transport says where the door does not speak. */
export const turnedAway = (entering: Promise<unknown>): Promise<string> =>
  entering.then(
    () => 'let in',
    (error: unknown) => refusal.safeParse(error).data?.data.code ?? (error instanceof Error ? error.message : ''),
  )

/** Sends a message that has to be taken. */
export const send = async (shopper: ShopperSocket, text: string) =>
  granted(await shopper.emitWithAck('message.send', say(text)))

/** Answers in a ticket; has to be taken. */
export const reply = async (agent: AgentSocket, ticket: string, text: string) =>
  granted(await agent.emitWithAck('reply.send', { ticket, ...say(text) }))

export const openTicket = async (agent: AgentSocket, ticket: string) =>
  granted(await agent.emitWithAck('ticket.open', { ticket, after: 0 }))

/** The ticket's row as the inbox shows it now. */
export const rowOf = async (agent: AgentSocket, ticket: string) => (await openTicket(agent, ticket)).row

/** What a page loads when it is opened anew. */
export const load = async (shopper: ShopperSocket) =>
  granted(await shopper.emitWithAck('conversation.sync', { ticket: null, after: 0 }))

/** The same connection in the hands of somebody who does not keep to the table of events. */
export const unruly = (socket: ShopperSocket | AgentSocket) => ({
  emit: (...args: unknown[]): unknown => Reflect.apply(socket.emit, socket, args),
  once: (name: string, heard: () => void): unknown => Reflect.apply(socket.once, socket, [name, heard]),
  ask: async (...args: unknown[]): Promise<unknown> => Reflect.apply(socket.emitWithAck, socket, args),
})

export const texts = (events: ThreadEvent[]) => events.flatMap((event) => (event.type === 'message' ? event.text : []))

export type Heard = { name: string; event: unknown }

/** Everything a page is told from now on, in order. */
export function hear(socket: ShopperSocket | AgentSocket): Heard[] {
  const heard: Heard[] = []
  socket.onAny((name: string, event: unknown) => void heard.push({ name, event }))
  return heard
}

/** Waits until a page has been told an event that says at least `part`. */
export const told = (heard: Heard[], name: string, part: object) =>
  eventually(() => {
    const events = heard.filter((one) => one.name === name).map(({ event }) => event)
    expect(events.some((event) => says(event, part)) || events).toBe(true)
  })

/** Does an event say at least `part`? */
export function says(event: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return event === part
  if (typeof event !== 'object' || event === null) return false
  return Object.entries(part).every(([key, value]) => says(Reflect.get(event, key), value))
}

const toldEntry = z.object({ event: threadEvent })

/** The entries of threads that a page is told from now on. */
export function entries(socket: ShopperSocket | AgentSocket): ThreadEvent[] {
  const heard: ThreadEvent[] = []
  socket.onAny((name: string, event: unknown) => {
    if (name === 'thread.event') heard.push(toldEntry.parse(event).event)
  })
  return heard
}
