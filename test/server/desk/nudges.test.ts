import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { granted, hear, type Heard, openTicket, reply, say, send } from '../talk.ts'

const minute = 60_000
const hour = 60 * minute
let hub: Installation
let lin: Awaited<ReturnType<Installation['agent']>>
let mo: Awaited<ReturnType<Installation['agent']>>
// A Wednesday, 11:00 in Berlin, open until 12:00.
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings((settings) => ({
    ...settings,
    webChat: {
      ...settings.webChat,
      officeHours: { days: Array.from({ length: 7 }, () => [{ start: 9 * 60, end: 12 * 60 }]), holidays: [] },
    },
  }))
  lin = await hub.agent()
  mo = await hub.agent()
})
afterAll(() => hub.close())

/** The marks that a page has been told of; an answer of its own comes after all of them. */
async function nudged(socket: AgentSocket, heard: Heard[], ticket: string) {
  await openTicket(socket, ticket)
  return heard
    .filter(({ name, event }) => name === 'ticket.waits' && Reflect.get(Object(event), 'ticket') === ticket)
    .map(({ event }): unknown => Reflect.get(Object(event), 'mark'))
}

it('W-12 everybody hears of a ticket that nobody has, at three and at five minutes, once each', async () => {
  const heard = [hear(lin.socket), hear(mo.socket)]
  const shopper = await hub.shopper('waits')
  const { ticket } = await send(shopper, 'Hello')
  await hub.advance(minute)
  await send(shopper, 'Anybody?')
  await hub.advance(2 * minute - 1)
  expect(await nudged(lin.socket, heard[0] ?? [], ticket)).toEqual([])
  await hub.advance(1)
  expect(await nudged(lin.socket, heard[0] ?? [], ticket)).toEqual(['marked'])
  await hub.advance(10 * minute)
  for (const [at, agent] of [lin, mo].entries()) {
    expect(await nudged(agent.socket, heard[at] ?? [], ticket)).toEqual(['marked', 'loud'])
  }
})

it('W-12 only the assignee hears of a ticket that is somebody’s; who answered hears nothing', async () => {
  const { ticket } = await send(await hub.shopper('assigned'), 'Hello')
  granted(await mo.socket.emitWithAck('ticket.assign', { ticket, agent: mo.id }))
  const { ticket: answered } = await send(await hub.shopper('answered'), 'Hello')
  await reply(mo.socket, answered, 'Hi')
  const heard = [hear(lin.socket), hear(mo.socket)]
  await hub.advance(5 * minute)
  expect(await nudged(lin.socket, heard[0] ?? [], ticket)).toEqual([])
  // Both had passed when it was looked at: the louder one is told.
  expect(await nudged(mo.socket, heard[1] ?? [], ticket)).toEqual(['loud'])
  expect(await nudged(mo.socket, heard[1] ?? [], answered)).toEqual([])
})

it('W-12b “still working on it” begins the clock anew, and so does the next message after an answer', async () => {
  const shopper = await hub.shopper('still')
  const { ticket } = await send(shopper, 'Hello')
  const heard = hear(lin.socket)
  await hub.advance(2 * minute)
  granted(await lin.socket.emitWithAck('reply.send', { ticket, ...say('I am looking'), still: true }))
  await hub.advance(2 * minute)
  expect(await nudged(lin.socket, heard, ticket)).toEqual([])
  await hub.advance(minute)
  expect(await nudged(lin.socket, heard, ticket)).toEqual(['marked'])
  await reply(lin.socket, ticket, 'Here')
  await hub.advance(3 * minute)
  await send(shopper, 'And that?')
  await hub.advance(2 * minute)
  expect(await nudged(lin.socket, heard, ticket)).toEqual(['marked'])
  await hub.advance(minute)
  expect(await nudged(lin.socket, heard, ticket)).toEqual(['marked', 'marked'])
})

it('W-12 outside the office hours nobody is nudged, and nobody need be there', async () => {
  const untilNoon = new Date(hub.clock.now())
  untilNoon.setUTCHours(11, 0, 0, 0)
  await hub.advance(untilNoon.getTime() - minute - hub.clock.now())
  const heard = hear(lin.socket)
  const { ticket } = await send(await hub.shopper('late'), 'Hello')
  await hub.advance(20 * hour)
  expect(await nudged(lin.socket, heard, ticket)).toEqual([])
  lin.socket.disconnect()
  mo.socket.disconnect()
  await hub.advance(4 * hour)
  expect(await hub.db.selectFrom('timers').select('kind').where('subject_id', '=', ticket).execute()).toEqual([])
})
