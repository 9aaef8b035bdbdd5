import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Installation, startInstallation } from '../installation.ts'
import { granted, openTicket, send, unruly } from '../talk.ts'

let hub: Installation
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
})
afterAll(() => hub.close())

it('finds a ticket by the number that people call it by', async () => {
  const { socket } = await hub.agent()
  const { ticket } = await send(await hub.shopper('ada'), 'Hello')
  const { number } = (await openTicket(socket, ticket)).row
  expect(granted(await socket.emitWithAck('ticket.numbered', { number })).ticket).toBe(ticket)
  const none = await socket.emitWithAck('ticket.numbered', { number: number + 1 })
  expect(none).toEqual({ ok: false, code: 'not_found', retry: false })
  for (const odd of [0, -1, 1.5, '1', 2 ** 31, null]) {
    expect(await unruly(socket).ask('ticket.numbered', { number: odd })).toMatchObject({ code: 'bad_request' })
  }
})
