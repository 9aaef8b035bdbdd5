import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../../server/app.ts'
import { orphanPages } from '../../../server/store/pages.ts'
import { type AgentSocket, type Installation, type ShopperSocket, startInstallation } from '../installation.ts'
import { granted, hear, load, openTicket, reply, rowOf, say, send, texts, told } from '../talk.ts'
import { eventually } from '../../eventually.ts'

let hub: Installation
let second: App
/** Everybody else is connected to the first process. */
let priya: { id: string; socket: AgentSocket }
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  second = await hub.secondProcess()
  const member = await hub.member('support', 'Priya')
  priya = { id: member.id, socket: await hub.agentSocket(member.cookie, { at: second.url }) }
})
afterAll(async () => {
  await second.close()
  await hub.close()
})

async function chat(sub: string) {
  const shopper = await hub.shopper(sub)
  const { ticket } = await send(shopper, 'Is anybody there?')
  await openTicket(priya.socket, ticket)
  return { shopper, ticket }
}

/** Ends connections that processes hear each other by. */
const cut = ({ db }: Installation, many: number) =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'hub_live' and datname = current_database() limit ${many}`.execute(db)

const listening = async ({ db }: Installation) =>
  (
    await sql<{ pid: number }>`select pid from pg_stat_activity
      where application_name = 'hub_live' and datname = current_database()`.execute(db)
  ).rows.map(({ pid }) => pid)

const lines = (shopper: ShopperSocket) => load(shopper).then(({ events }) => texts(events))

describe('two processes', () => {
  it('W-5 tell their pages what the other one’s people write, in order, however long it is', async () => {
    const { shopper, ticket } = await chat('hannes')
    const heard = { agent: hear(priya.socket), shopper: hear(shopper) }
    // 40,000 bytes: five times what a notification holds.
    const long = '🦊'.repeat(10_000)
    for (const text of ['One', long, 'Three']) await send(shopper, text)
    await told(heard.agent, 'thread.event', { ticket, event: { text: 'Three' } })
    const shown = heard.agent.flatMap(({ name, event }) => (name === 'thread.event' ? [event] : []))
    expect(shown).toMatchObject(['One', long, 'Three'].map((text) => ({ ticket, event: { text } })))
    await told(heard.agent, 'ticket.changed', { row: { id: ticket, preview: { text: 'Three' } } })

    await reply(priya.socket, ticket, 'I am here.')
    await told(heard.shopper, 'thread.event', { event: { text: 'I am here.' } })
    expect(await lines(shopper)).toEqual(expect.arrayContaining(['One', long, 'Three', 'I am here.']))
  })

  it('W-13, R-14 tell who is typing, and who is at a ticket', async () => {
    const { shopper, ticket } = await chat('mireille')
    const jonas = await hub.agent()
    const heard = { priya: hear(priya.socket), jonas: hear(jonas.socket), shopper: hear(shopper) }
    granted(await shopper.emitWithAck('conversation.sync', { ticket, after: 0 }))
    shopper.emit('typing', { on: true })
    await told(heard.priya, 'typing', { ticket, on: true })
    priya.socket.emit('viewing', { ticket, visible: true })
    await told(heard.jonas, 'ticket.attended', { ticket, agents: [{ id: priya.id, doing: 'viewing' }] })
    priya.socket.emit('typing', { ticket, on: true })
    await told(heard.shopper, 'typing', { ticket, on: true })
    expect(heard.jonas.filter(({ name }) => name === 'typing')).toEqual([])
  })

  it('S5 end a removed member’s page on either of them', async () => {
    const owner = await hub.member('owner')
    const leaver = await hub.member('support', 'Ole')
    const page = await hub.agentSocket(leaver.cookie, { at: second.url })
    await hub.post(`/api/members/${leaver.id}`, { removed: true }, owner, 'PATCH')
    await eventually(() => expect(page.connected).toBe(false))
  })

  it.each([
    ['both lines', 2],
    ['either line', 1],
  ])('I3 have all pages come again once %s were cut, and hear each other again', async (_, many) => {
    const member = await hub.member('support', `Nadia ${many}`)
    const pages = await Promise.all([hub.url, second.url].map((at) => hub.agentSocket(member.cookie, { at })))
    await cut(hub, many)
    await eventually(() => expect(pages.map((page) => page.connected)).toEqual([false, false]))
    const back = await hub.agentSocket(member.cookie, { at: second.url })
    const { ticket } = await chatAgain(back, `alma-${many}`)
    expect((await rowOf(back, ticket)).unread).toBe(true)
  })

  /** Until a message of the first process is told by the second: each may have come back at its own moment. */
  async function chatAgain(page: AgentSocket, sub: string) {
    const heard = hear(page)
    const shopper = await hub.shopper(sub)
    const { ticket } = await send(shopper, 'Hello')
    await eventually(async () => {
      granted(await shopper.emitWithAck('message.send', say('Hello again')))
      expect(heard).toContainEqual(expect.objectContaining({ name: 'ticket.changed' }))
    })
    return { ticket }
  }

  it('W-11, R-14 one that stood still until it was taken for dead has its pages come again', async () => {
    const agent = await hub.agentSocket((await hub.member('support', 'Omar')).cookie, { at: second.url })
    const shopper = await hub.shopper('ida', { at: second.url })
    const { ticket } = await send(shopper, 'Hello')
    const { customer } = await openTicket(agent, ticket)
    const [page] = await hub.db.selectFrom('pages').selectAll().where('person_id', '=', customer.id).execute()
    if (page === undefined) throw new Error('The page is not written down.')
    await orphanPages(hub.db, page.process_id, hub.clock.now())
    await eventually(() => expect([shopper.connected, agent.connected]).toEqual([false, false]))
  })
})

it('I3 a process that is alone keeps its pages when that line is cut: nobody told it anything', async () => {
  const alone = await startInstallation()
  const { socket } = await alone.agent()
  const before = await listening(alone)
  await cut(alone, 1)
  await eventually(async () => expect(await listening(alone)).not.toEqual(expect.arrayContaining(before)))
  await eventually(async () => expect(await listening(alone)).toHaveLength(1))
  granted(await socket.emitWithAck('desk.open', {}))
  expect(socket.connected).toBe(true)
  await alone.close()
})
