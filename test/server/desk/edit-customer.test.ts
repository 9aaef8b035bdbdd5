import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { granted, hear, openTicket, rowOf, send, told } from '../talk.ts'

let hub: Installation
let agent: AgentSocket
let ticket: string
let customer: string
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  agent = (await hub.agent()).socket
  ticket = (await send(await hub.shopper('mireille'), 'Hello')).ticket
  customer = (await openTicket(agent, ticket)).customer.id
})
afterAll(() => hub.close())

const edit = (what: object) => agent.emitWithAck('customer.edit', { customer, ...what })
const card = async () => (await openTicket(agent, ticket)).customer

it('D-1 any agent writes what the team should know; colleagues see it at once, and the log who did', async () => {
  const heard = hear((await hub.agent()).socket)
  granted(await edit({ about: 'Has small hands.\0' }))
  await told(heard, 'customer.changed', { customer })
  expect((await card()).about).toBe('Has small hands.')
  const audit = await hub.db
    .selectFrom('audit_log')
    .select(['action', 'detail'])
    .where('subject', '=', customer)
    .execute()
  // P-7: who and what, not the words.
  expect(audit).toEqual([{ action: 'customer.edit', detail: { changed: ['about'] } }])
  granted(await edit({ about: 'Has small hands.' }))
  expect(await edit({ about: 'x'.repeat(2_001) })).toMatchObject({ code: 'bad_request' })
  expect(await agent.emitWithAck('customer.edit', { customer: randomUUID(), about: '' })).toMatchObject({
    code: 'not_found',
  })
})

it('D-1 of two who write about a person at once the second is told, and neither’s words are gone', async () => {
  const knew = (await card()).about
  granted(await edit({ about: 'Calls on Mondays.', knew }))
  expect(await edit({ about: 'Likes blue.', knew })).toMatchObject({ ok: false, code: 'conflict' })
  expect((await card()).about).toBe('Calls on Mondays.')
  // The same words are no conflict; over what is known they are written.
  granted(await edit({ about: 'Calls on Mondays.', knew }))
  granted(await edit({ about: 'Calls on Mondays. Likes blue.', knew: 'Calls on Mondays.' }))
})

it('D-1 what the shop vouches for is the shop’s; anybody else is called as the team calls them, in every row', async () => {
  expect(await edit({ name: 'Somebody else' })).toMatchObject({ code: 'not_ours' })
  // The same name is no change, and the words beside it are the team's.
  granted(await edit({ name: 'mireille', about: 'Writes late.' }))
  await sql`update customers set shop_id = null where id = ${customer}`.execute(hub.db)
  const heard = hear(agent)
  granted(await edit({ name: ' Mireille Achterberg ' }))
  await told(heard, 'ticket.changed', { row: { id: ticket, customer: { name: 'Mireille Achterberg' } } })
  expect((await rowOf(agent, ticket)).customer.name).toBe('Mireille Achterberg')
  expect(await edit({ name: ' ' })).toMatchObject({ code: 'bad_request' })
  await sql`update customers set visitor = true where id = ${customer}`.execute(hub.db)
  expect(await edit({ name: 'Nobody' })).toMatchObject({ code: 'not_ours' })
})

it('D-1, R-11 any agent says which language somebody speaks and where they are, until shop or browser say otherwise', async () => {
  granted(await edit({ language: 'pt-BR', timeZone: 'America/Sao_Paulo' }))
  expect(await card()).toMatchObject({ locale: 'pt-BR', timeZone: 'America/Sao_Paulo' })
  for (const wrong of [{ timeZone: 'Mars/Base' }, { timeZone: '' }, { language: 'no such thing' }, { language: '' }])
    expect([wrong, await edit(wrong)]).toMatchObject([wrong, { code: 'bad_request' }])
  await sql`update customers set phone = '+4930123456' where id = ${customer}`.execute(hub.db)
  // Nobody's word: the number's country tells the hour again.
  granted(await edit({ language: null, timeZone: null }))
  expect(await card()).toMatchObject({ locale: null, timeZone: 'Europe/Berlin' })
  granted(await edit({ timeZone: 'Asia/Tokyo' }))
  expect((await card()).timeZone).toBe('Asia/Tokyo')
  await sql`update customers set shop_id = 'mireille', visitor = false where id = ${customer}`.execute(hub.db)
  await hub.shopper('mireille', { zone: 'Europe/Lisbon' })
  await send(await hub.shopper('mireille', { zone: 'Europe/Lisbon' }), 'I am in Lisbon now')
  expect((await card()).timeZone).toBe('Europe/Lisbon')
})
