import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { entries, granted, openTicket, reply, send, texts } from '../talk.ts'
import { otherNumber, startSms, text } from '../text-messages.ts'
import { eventually } from '../../eventually.ts'

const phone = '+4930231251009'

it('T-11a W-11a whoever wrote by SMS while the shop was open before them is one customer, online in all their tabs', async () => {
  const { hub } = await startSms()
  onTestFinished(() => hub.close())
  const { socket: agent } = await hub.agent()
  const token = await hub.token('rosa', { phone })
  const [first, second] = [await hub.shopper('rosa', { token }), await hub.shopper('rosa', { token })]
  await text(hub, phone, 'Hello by SMS')

  const left = new Promise<string>((resolve) => void second.once('disconnect', resolve))
  const { ticket } = await send(first, 'Hello from the shop')
  const { customer, row } = await openTicket(agent, ticket)
  expect(row.customer.online).toBe(true)
  expect(customer.tickets).toBe(2)

  // The other tab comes back by itself as somebody we know now, and hears what is said.
  expect(await left).toBe('transport close')
  const back = await hub.shopper('rosa', { token })
  const heard = [entries(first), entries(back)]
  await reply(agent, ticket, 'Hello Rosa')
  for (const tab of heard) await eventually(() => expect(texts(tab)).toContain('Hello Rosa'))
})

/** Somebody who wrote to the shop before it knew their number, and by SMS from that number. */
async function twoRecords(name: string) {
  const { hub } = await startSms()
  onTestFinished(() => hub.close())
  const { socket: agent } = await hub.agent()
  const first = await hub.shopper(name)
  const { ticket: chat } = await send(first, 'Hello from the shop')
  await text(hub, phone, 'JOIN')
  await text(hub, phone, 'Hello by SMS')
  const rows = async () =>
    granted(await agent.emitWithAck('list.read', { view: 'all', status: 'any', sort: 'newest', after: null })).rows
  const sms = (await rows()).find(({ channel }) => channel === 'sms')?.id ?? ''
  const signed = async () => hub.shopper(name, { token: await hub.token(name, { phone }) })
  return { hub, agent, chat, sms, rows, signed }
}

it('T-3b, M-3 two records are one customer once the shop vouches for the number, with all tickets and what they agreed to', async () => {
  const { hub, agent, chat, sms, rows, signed } = await twoRecords('rosa')
  await send(await signed(), 'It is me')
  const customers = await hub.db.selectFrom('customers').select(['name', 'phone', 'shop_id']).execute()
  expect(customers).toEqual([{ name: 'rosa', phone, shop_id: 'rosa' }])
  const [one, other] = [await openTicket(agent, chat), await openTicket(agent, sms)]
  expect(one.customer.id).toBe(other.customer.id)
  expect(texts(one.events)).toEqual(['Hello from the shop', 'It is me'])
  await reply(agent, sms, 'Hello Rosa')
  await text(hub, phone, 'Hello again')
  expect(texts((await openTicket(agent, sms)).events)).toEqual(['Hello by SMS', 'Hello Rosa', 'Hello again'])
  expect(await rows()).toHaveLength(2)
})

it('T-3b of two text message tickets the older live one stays, and the younger is closed and linked to it', async () => {
  const { hub, agent, sms: younger, rows, signed } = await twoRecords('rosa')
  const otherPhone = '+4930231251010'
  const known = await hub.shopper('rosa', { token: await hub.token('rosa', { phone: otherPhone }) })
  await send(known, 'My first number')
  await text(hub, otherPhone, 'By my first number')
  const older = (await rows()).find(({ channel, id }) => channel === 'sms' && id !== younger)?.id ?? ''
  await hub.db
    .updateTable('tickets')
    .set({ created_at: sql`created_at - interval '1 day'` })
    .where('id', '=', older)
    .execute()

  await send(await signed(), 'My second number')
  expect((await openTicket(agent, younger)).row).toMatchObject({ status: 'closed', unread: false })
  const linked = await hub.db.selectFrom('tickets').select('merged_into').where('id', '=', younger).executeTakeFirst()
  expect(linked).toEqual({ merged_into: older })
  for (const number of [phone, otherPhone]) await text(hub, number, `From ${number}`)
  expect(texts((await openTicket(agent, older)).events)).toEqual([
    'By my first number',
    `From ${phone}`,
    `From ${otherPhone}`,
  ])
})

it('T-3b W-12a whoever waits in the ticket that is closed by it waits in the one that stays', async () => {
  const { hub, agent, sms: younger, rows, signed } = await twoRecords('rosa')
  const { waitingSince } = (await openTicket(agent, younger)).row
  const otherPhone = '+4930231251010'
  await send(await hub.shopper('rosa', { token: await hub.token('rosa', { phone: otherPhone }) }), 'My first number')
  await text(hub, otherPhone, 'JOIN')
  await text(hub, otherPhone, 'By my first number')
  const older = (await rows()).find(({ channel, id }) => channel === 'sms' && id !== younger)?.id ?? ''
  await reply(agent, older, 'Hello Rosa')
  await hub.db
    .updateTable('tickets')
    .set({ created_at: sql`created_at - interval '1 day'` })
    .where('id', '=', older)
    .execute()
  expect((await openTicket(agent, older)).row.waitingSince).toBeNull()

  await send(await signed(), 'My second number')
  expect((await openTicket(agent, younger)).row).toMatchObject({ status: 'closed' })
  expect((await openTicket(agent, older)).row).toMatchObject({ status: 'open', unread: true, waitingSince })
  expect(waitingSince).not.toBeNull()
})

it('T-3c, M-2 the ticket that stays answers where the person wrote last, and remembers what they were told', async () => {
  const { hub, rows, signed } = await twoRecords('rosa')
  const firstPhone = '+4930231251010'
  await send(await hub.shopper('rosa', { token: await hub.token('rosa', { phone: firstPhone }) }), 'My first number')
  await text(hub, firstPhone, 'By my first number')
  const older = (await rows()).find(({ channel, customer }) => channel === 'sms' && customer.name === 'rosa')?.id ?? ''
  await hub.db
    .updateTable('tickets')
    .set({ created_at: sql`created_at - interval '1 day'` })
    .where('id', '=', older)
    .execute()
  await hub.advance(1_000)
  await hub.settings((settings) => ({
    ...settings,
    sms: { ...settings.sms, autoresponder: { audience: 'everybody', text: 'We have it.' } },
  }))
  await text(hub, phone, 'By my second number', { to: otherNumber })

  await send(await signed(), 'My second number')
  const leads = () =>
    hub.db.selectFrom('tickets').select(['to_value', 'brand_address']).where('id', '=', older).executeTakeFirstOrThrow()
  expect(await leads()).toEqual({ to_value: phone, brand_address: otherNumber })
  await text(hub, phone, 'Anybody?', { to: otherNumber })
  const told = await hub.db.selectFrom('messages').select('text').where('author_kind', '=', 'automatic').execute()
  expect(told).toEqual([{ text: 'We have it.' }])
})

it('S-9a a block of either holds for both', async () => {
  const { agent, chat, sms, signed } = await twoRecords('rosa')
  const { customer } = await openTicket(agent, sms)
  granted(await agent.emitWithAck('customer.block', { customer: customer.id }))
  await send(await signed(), 'It is me')
  expect((await openTicket(agent, chat)).row).toMatchObject({ status: 'closed', customer: { blocked: true } })
})

it('R-11a the hour where a shopper is is known by their browser’s zone, and by nothing that is none', async () => {
  const { hub } = await startSms()
  onTestFinished(() => hub.close())
  const { socket: agent } = await hub.agent()
  const zoneAfter = async (zone: unknown) => {
    const { ticket } = await send(await hub.shopper('rosa', { zone }), 'Hello')
    return (await openTicket(agent, ticket)).customer.timeZone
  }
  expect(await zoneAfter('America/Chicago')).toBe('America/Chicago')
  for (const nonsense of ['Mars/Olympus', 7, { zone: 'Europe/Berlin' }, 'x'.repeat(10_000)])
    expect(await zoneAfter(nonsense)).toBe('America/Chicago')
  expect(await zoneAfter('Asia/Tokyo')).toBe('Asia/Tokyo')
})
