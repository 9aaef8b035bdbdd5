import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { httpApi } from '../../../server/protocol/http-api.ts'
import { type Installation, startInstallation, storefront } from '../installation.ts'

let hub: Installation
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
})
afterAll(() => hub.close())

const refusal = z.object({ code: z.string().optional() })
const shape = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

it('tells every route of the API in /openapi.json, and only routes that are there', async () => {
  const { paths } = shape.parse(await (await hub.get('/openapi.json')).json())
  expect(Object.values(paths).flatMap(Object.keys)).toHaveLength(Object.keys(httpApi).length)
  for (const key of Object.keys(httpApi)) {
    const [method = '', path = ''] = key.split(' ')
    const at = path.replace(':id', crypto.randomUUID()).replace(':number', '1').replace(':language', 'en')
    const from: Record<string, string> = path.startsWith('/api/hub/') ? { origin: storefront } : {}
    const answer = await (method === 'GET' ? hub.get(at) : hub.post(at, {}, from, method))
    // Nobody is signed in: a route that is there says so, or what is wrong with the body.
    const { code } = refusal.parse(await answer.json())
    expect(`${key}: ${code ?? 'done'}`).toMatch(/: (signed_out|bad_request|done)$/)
  }
})

it('tells the events of both doors in /events.json', async () => {
  const text = await (await hub.get('/events.json')).text()
  for (const name of ['message.send', 'conversation.sync', 'reply.send', 'thread.event'])
    expect(text).toContain(`"${name}"`)
})

it('exports a ticket with its whole log to admins only', async () => {
  const shopper = await hub.shopper('mireille')
  await shopper.emitWithAck('message.send', { id: crypto.randomUUID(), text: 'for the record' })
  const [owner, agent] = [await hub.member('owner'), await hub.member('support')]
  const exported = await hub.get('/api/tickets/1/export', { cookie: owner.cookie })
  expect(await exported.json()).toMatchObject({
    ticket: { number: 1 },
    events: [{ n: 1, type: 'message', text: 'for the record' }],
  })
  expect((await hub.get('/api/tickets/1/export', { cookie: agent.cookie })).status).toBe(403)
  expect((await hub.get('/api/tickets/99/export', { cookie: owner.cookie })).status).toBe(404)
})
