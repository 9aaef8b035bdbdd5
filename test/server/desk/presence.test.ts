import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AgentSocket, type Installation, type ShopperSocket, startInstallation } from '../installation.ts'
import { granted, hear, openTicket, send, told } from '../talk.ts'
import { eventually } from '../../eventually.ts'

const second = 1_000
const minute = 60_000

let hub: Installation
let agent: AgentSocket
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  agent = (await hub.agent()).socket
})
afterAll(() => hub.close())

/** A shopper who has written, in as many tabs as wanted. */
async function inTabs(name: string, tabs: number) {
  const pages = await Promise.all(Array.from({ length: tabs }, () => hub.shopper(name)))
  const [first] = pages
  if (first === undefined) throw new Error('No tab was asked for.')
  const { ticket } = await send(first, 'Hello')
  const { customer } = await openTicket(agent, ticket)
  await arrived(customer.id, tabs)
  return { pages, ticket, customer: customer.id }
}

const online = async (ticket: string) => (await openTicket(agent, ticket)).row.customer.online

const pagesOf = (customer: string) => hub.db.selectFrom('pages').selectAll().where('person_id', '=', customer).execute()

/** Waits until the desk knows of so many connected tabs. */
const arrived = (customer: string, tabs: number) =>
  eventually(async () => {
    const here = (await pagesOf(customer)).filter((page) => page.disconnected_at === null)
    expect(here.length).toBe(tabs)
  })

/** Closes these tabs and waits until the desk has noticed; those that went before may still be written down. */
async function leave(customer: string, pages: ShopperSocket[]) {
  const here = async () => (await pagesOf(customer)).filter((page) => page.disconnected_at === null).length
  const before = await here()
  for (const page of pages) page.disconnect()
  await eventually(async () => expect(await here()).toBe(before - pages.length))
}

async function show(customer: string, page: ShopperSocket, visible: boolean) {
  const hidden = async () => (await pagesOf(customer)).filter((one) => one.hidden_since !== null).length
  const before = await hidden()
  page.emit('presence', { visible })
  await eventually(async () => expect(await hidden()).toBe(before + (visible ? -1 : 1)))
}

describe('the green dot', () => {
  it('W-11a shines while a tab is connected and for 30 s after the last one went', async () => {
    const { pages, ticket, customer } = await inTabs('anna', 2)
    const heard = hear(agent)
    expect(await online(ticket)).toBe(true)
    await leave(customer, pages.slice(0, 1))
    await hub.advance(minute)
    expect(await online(ticket)).toBe(true)
    await leave(customer, pages.slice(1))
    await hub.advance(30 * second - 1)
    expect(await online(ticket)).toBe(true)
    await hub.advance(1)
    expect(await online(ticket)).toBe(false)
    await told(heard, 'customer.presence', { customer, online: false })
    expect(await pagesOf(customer)).toEqual([])
    await hub.shopper('anna')
    await told(heard, 'customer.presence', { customer, online: true })
    expect(await online(ticket)).toBe(true)
  })

  it('W-11b a page reloaded within the 30 s never goes out', async () => {
    const { pages, ticket, customer } = await inTabs('bela', 1)
    const heard = hear(agent)
    await leave(customer, pages)
    await hub.advance(20 * second)
    await hub.shopper('bela')
    await arrived(customer, 1)
    await hub.advance(5 * minute)
    expect(await online(ticket)).toBe(true)
    expect(heard.filter(({ name }) => name === 'customer.presence')).toEqual([])
  })

  it('W-11c goes out once every page has been hidden for over 3 minutes, and on again with one that is shown', async () => {
    const { pages, ticket, customer } = await inTabs('carl', 2)
    const [one, two] = [pages[0], pages[1]]
    if (one === undefined || two === undefined) throw new Error('Two tabs were asked for.')
    await show(customer, one, false)
    await hub.advance(10 * minute)
    expect(await online(ticket)).toBe(true)
    await show(customer, two, false)
    await hub.advance(2 * minute)
    // Saying so again does not begin the three minutes anew.
    two.emit('presence', { visible: false })
    two.emit('presence', { visible: false })
    await two.emitWithAck('conversation.sync', { ticket: null, after: 0 })
    await hub.advance(minute)
    expect(await online(ticket)).toBe(true)
    await hub.advance(1)
    expect(await online(ticket)).toBe(false)
    await show(customer, one, true)
    expect(await online(ticket)).toBe(true)
  })

  it('W-11d goes out when all tabs close at the very same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const { pages, ticket, customer } = await inTabs(`dora-${round}`, 6)
      await leave(customer, pages)
      await hub.advance(30 * second)
      expect(await online(ticket)).toBe(false)
      expect(await pagesOf(customer)).toEqual([])
    }
  })

  it('W-11e goes out for the shoppers of a process that died, 30 s after its lease ran out', async () => {
    const { pages, ticket, customer } = await inTabs('egon', 1)
    await leave(customer, pages)
    await hub.advance(minute)
    // What a killed process leaves: a lease that nobody renews, and its pages.
    const dead = randomUUID()
    await sql`insert into processes (id, lease_until) values (${dead}, now() - interval '1 second')`.execute(hub.db)
    await hub.db
      .insertInto('pages')
      .values({ id: randomUUID(), process_id: dead, kind: 'customer', person_id: customer })
      .execute()
    await hub.db
      .insertInto('pages')
      .values({ id: randomUUID(), process_id: dead, kind: 'agent', person_id: customer, ticket_id: ticket })
      .execute()
    await hub.db.updateTable('customers').set({ online: true }).where('id', '=', customer).execute()
    await hub.restart()
    agent = (await hub.agent()).socket
    await eventually(async () =>
      expect((await pagesOf(customer)).map((page) => page.disconnected_at)).not.toContain(null),
    )
    expect(await online(ticket)).toBe(true)
    await hub.advance(30 * second)
    expect(await online(ticket)).toBe(false)
    // Its agents watch nothing any more, and it is forgotten once nothing of it is left.
    expect(await hub.db.selectFrom('pages').selectAll().where('ticket_id', '=', ticket).execute()).toEqual([])
  })

  it('W-11f knows pages that were there before the desk had finished starting', async () => {
    const { ticket, customer } = await inTabs('fred', 1)
    for (let round = 0; round < 3; round++) {
      await hub.restart(minute)
      await hub.shopper('fred')
      agent = (await hub.agent()).socket
      await eventually(async () =>
        expect((await pagesOf(customer)).map((page) => page.disconnected_at)).toContain(null),
      )
      expect(await online(ticket)).toBe(true)
    }
  })

  it('W-11g, R-13b seen is what the shopper says stood before their eyes, never more than there is and never less than before', async () => {
    const shopper = await hub.shopper('gesa')
    const { ticket } = await send(shopper, 'One')
    granted(await agent.emitWithAck('reply.send', { ticket, id: randomUUID(), text: 'Two' }))
    granted(await agent.emitWithAck('reply.send', { ticket, id: randomUUID(), text: 'Three' }))
    const seen = async () => {
      const { events } = await openTicket(agent, ticket)
      return events.flatMap((event) => (event.type === 'seen' ? event.upTo : []))
    }
    expect(await seen()).toEqual([])
    await shopper.emitWithAck('message.seen', { ticket, n: 2 })
    await shopper.emitWithAck('message.seen', { ticket, n: 1 })
    expect(await seen()).toEqual([2])
    await shopper.emitWithAck('message.seen', { ticket, n: 2_000_000_000 })
    // Entry 4 is the first of the seen marks.
    expect(await seen()).toEqual([2, 4])
  })
})
