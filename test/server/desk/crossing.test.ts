import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { granted, openTicket, reply, say, send, texts } from '../talk.ts'

let hub: Installation
let ada: AgentSocket
let bo: AgentSocket
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  ada = (await hub.agent('support', 'Ada')).socket
  bo = (await hub.agent('manager', 'Bo')).socket
})
afterAll(() => hub.close())

const crossed = { ok: false, code: 'crossed', retry: false }
const knowing = (agent: AgentSocket, ticket: string, knew: number, text: string) =>
  agent.emitWithAck('reply.send', { ticket, ...say(text), knew })

it('R-14b a reply that crossed a colleague’s is held back, and goes once its writer knows of it', async () => {
  const { ticket } = await send(await hub.shopper('anna'), 'Hello')
  const { last } = (await openTicket(ada, ticket)).row
  const { n } = await reply(bo, ticket, 'A new plate leaves tomorrow')
  expect(await knowing(ada, ticket, last, 'We are out of plates')).toEqual(crossed)
  expect(texts((await openTicket(ada, ticket)).events)).toEqual(['Hello', 'A new plate leaves tomorrow'])
  granted(await knowing(ada, ticket, n, 'And a bowl'))
  // Who does not say what they knew is not asked.
  await reply(bo, ticket, 'Done')
})

it('R-14b of two agents who send at once one is asked', async () => {
  const { ticket } = await send(await hub.shopper('berta'), 'Hello')
  const answers = await Promise.all([knowing(ada, ticket, 1, 'From Ada'), knowing(bo, ticket, 1, 'From Bo')])
  expect(answers).toContainEqual(crossed)
  expect(answers).toContainEqual(expect.objectContaining({ ok: true }))
  expect(texts((await openTicket(ada, ticket)).events)).toHaveLength(2)
})

it('R-14b, R-8b several of one agent in a row never ask, and neither do new messages of the customer', async () => {
  const shopper = await hub.shopper('carla')
  const { ticket } = await send(shopper, 'Hello')
  for (const text of ['One', 'Two', 'Three']) {
    granted(await knowing(ada, ticket, 1, text))
    await send(shopper, `What about ${text}?`)
  }
  expect(texts((await openTicket(ada, ticket)).events)).toHaveLength(7)
})

it('R-14b the same reply again gets its first answer, whoever answered since', async () => {
  const { ticket } = await send(await hub.shopper('dilara'), 'Hello')
  const once = { ticket, ...say('Once'), knew: 1 }
  const first = granted(await ada.emitWithAck('reply.send', once))
  await reply(bo, ticket, 'Meanwhile')
  expect(await ada.emitWithAck('reply.send', once)).toEqual(first)
})
