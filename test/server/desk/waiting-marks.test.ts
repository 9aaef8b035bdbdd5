import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { granted, reply, rowOf, say, send } from '../talk.ts'

const minute = 60_000
let hub: Installation
let agent: AgentSocket
// A Wednesday, 11:00 in Berlin.
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings((settings) => ({
    ...settings,
    webChat: {
      ...settings.webChat,
      officeHours: { days: Array.from({ length: 7 }, () => [{ start: 9 * 60, end: 11 * 60 + 4 }]), holidays: [] },
    },
  }))
  agent = (await hub.agent()).socket
})
afterAll(() => hub.close())

it('W-12a a row says from when on its customer waits long, by the office hours’ clock', async () => {
  const shopper = await hub.shopper('waits')
  const { ticket } = await send(shopper, 'Hello')
  const since = hub.clock.now()
  const marks = async () => (await rowOf(agent, ticket)).waitingMarks
  // Four minutes before the end: the loud mark comes a minute after tomorrow's beginning.
  const tomorrow = since + 22 * 60 * minute
  expect(await marks()).toEqual({ marked: since + 3 * minute, loud: tomorrow + minute })
  await hub.advance(minute)
  await send(shopper, 'Anybody?')
  expect(await marks()).toEqual({ marked: since + 3 * minute, loud: tomorrow + minute })
  await reply(agent, ticket, 'Yes')
  expect(await rowOf(agent, ticket)).toMatchObject({ waitingSince: null, waitingMarks: null })
})

it('W-12b “still working on it” keeps the customer waiting and begins the clock anew', async () => {
  const shopper = await hub.shopper('goes on waiting')
  const { ticket } = await send(shopper, 'Where is it?')
  await hub.advance(minute)
  granted(await agent.emitWithAck('reply.send', { ticket, ...say('I am looking'), still: true }))
  expect((await rowOf(agent, ticket)).waitingSince).toBe(hub.clock.now())
  await reply(agent, ticket, 'Here')
  expect((await rowOf(agent, ticket)).waitingSince).toBeNull()
  // Nobody waits: there is nothing to go on with.
  granted(await agent.emitWithAck('reply.send', { ticket, ...say('And more'), still: true }))
  expect((await rowOf(agent, ticket)).waitingSince).toBeNull()
})
