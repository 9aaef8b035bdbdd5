import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storedSettings } from '../../../server/protocol/settings.ts'
import { type AgentSocket, type Installation, type ShopperSocket, startInstallation } from '../installation.ts'
import { granted, hear, openTicket, send, told } from '../talk.ts'
import { dice } from '../dice.ts'
import { eventually } from '../../eventually.ts'

let hub: Installation
let agents: { id: string; socket: AgentSocket }[]
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  agents = [await hub.agent(), await hub.agent(), await hub.agent()]
})
afterAll(() => hub.close())

/** The counters as a plain count of the tickets says. */
async function counted(agentId: string) {
  const tickets = await hub.db.selectFrom('tickets').select(['status', 'unread', 'assignee_id', 'spam']).execute()
  const rows = tickets.filter((row) => row.status === 'open' && !row.spam)
  return {
    unread: rows.filter((row) => row.unread).length,
    unassigned: rows.filter((row) => row.assignee_id === null).length,
    mine: rows.filter((row) => row.assignee_id === agentId).length,
    mentions: 0,
    spam: tickets.filter((row) => row.status !== 'closed' && row.spam).length,
  }
}

const countsOf = async (socket: AgentSocket) => granted(await socket.emitWithAck('desk.open', {})).counts

describe('counters', () => {
  it.each([1, 2, 3])('S-4b S-8b equal what stands there after a random history (seed %i)', async (seed) => {
    const { among, below } = dice(seed)
    const shoppers = await Promise.all(Array.from({ length: 5 }, (_, n) => hub.shopper(`random-${seed}-${n}`)))
    const known: { ticket: string; customer: string }[] = []
    const write = async (shopper: ShopperSocket) => {
      const { ticket } = granted(await shopper.emitWithAck('message.send', { id: crypto.randomUUID(), text: 'Hello' }))
      const exists = await hub.db
        .selectFrom('tickets')
        .select('customer_id')
        .where('id', '=', ticket)
        .executeTakeFirst()
      if (exists !== undefined) known.push({ ticket, customer: exists.customer_id })
    }
    for (const shopper of shoppers) await write(shopper)
    const act = (): Promise<unknown> => {
      const { socket } = among(agents)
      const { ticket, customer } = among(known)
      const steps = [
        () => write(among(shoppers)),
        () => write(among(shoppers)),
        () => socket.emitWithAck('ticket.close', { ticket }),
        () => socket.emitWithAck('ticket.unread', { ticket }),
        () => socket.emitWithAck('ticket.read', { ticket, n: 1_000 }),
        () => socket.emitWithAck('ticket.assign', { ticket, agent: below(3) === 0 ? null : among(agents).id }),
        () => socket.emitWithAck('ticket.snooze', { ticket, until: hub.clock.now() + 1_000 }),
        () => socket.emitWithAck('ticket.wake', { ticket }),
        () => socket.emitWithAck('reply.send', { ticket, id: crypto.randomUUID(), text: 'Yes' }),
        () => socket.emitWithAck('customer.block', { customer }),
        () => socket.emitWithAck('customer.unblock', { customer }),
        () => hub.advance(400),
        () =>
          hub.db
            .updateTable('tickets')
            .set({ spam: below(2) === 0 })
            .where('id', '=', ticket)
            .execute(),
      ]
      return among(steps)()
    }
    for (let round = 0; round < 12; round++) await Promise.all(Array.from({ length: 6 }, act))
    for (const { id, socket } of agents) expect(await countsOf(socket)).toEqual(await counted(id))
  })

  it('S-4c tell every agent’s badge at once, the same to all; S-4d a setting turns it off', async () => {
    const [one, two] = agents
    if (one === undefined || two === undefined) throw new Error('There are three.')
    const before = await countsOf(one.socket)
    expect(before.unread).not.toBeNull()
    const heard = [hear(one.socket), hear(two.socket)]
    const shopper = await hub.shopper('badge')
    const { ticket } = await send(shopper, 'One')
    await send(shopper, 'Two messages are one ticket')
    const unread = (before.unread ?? 0) + 1
    for (const ears of heard) await told(ears, 'counts.changed', { counts: { unread } })
    expect((await openTicket(one.socket, ticket)).row).toMatchObject({
      unread: true,
      customer: { name: 'badge' },
      preview: { from: 'customer', text: 'Two messages are one ticket' },
    })
    const owner = await hub.member('owner')
    const stored = storedSettings.parse(await (await hub.get('/api/settings', owner)).json())
    const general = { ...stored.settings.general, unreadBadge: false }
    const body = { version: stored.version, settings: { ...stored.settings, general } }
    expect((await hub.post('/api/settings', body, { cookie: owner.cookie }, 'PUT')).status).toBe(200)
    for (const ears of heard) await told(ears, 'counts.changed', { counts: { unread: null } })
    await eventually(async () => expect((await countsOf(two.socket)).unread).toBeNull())
  })
})
