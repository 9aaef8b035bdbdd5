import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { moment } from '../../../server/store/moment.ts'
import type { ShopperSocket } from '../installation.ts'
import { granted, openTicket, say, send } from '../talk.ts'
import { agent, arrives, assignee, givesOut, hub, owner, routing } from './given-out.ts'

givesOut()

/** As a page does it: what is refused for now goes again, with the same id. */
async function sendUntilTaken(shopper: ShopperSocket) {
  const message = say('Hello')
  for (;;) {
    const answer = await shopper.emitWithAck('message.send', message)
    if (answer.ok || !answer.retry) return granted(answer)
  }
}

/** A closed mail ticket, which may be opened again. */
async function closedMail(assigneeId: string | null) {
  const { ticket } = await arrives()
  await hub.db
    .updateTable('tickets')
    .set({
      channel: 'email',
      thread_key: randomUUID(),
      assignee_id: assigneeId,
      status: 'closed',
      unread: false,
      closed_at: moment(hub.clock.now()),
    })
    .where('id', '=', ticket)
    .execute()
  return ticket
}

async function counts(tickets: readonly string[]) {
  const rows = await hub.db
    .selectFrom('tickets')
    .select(['assignee_id', (q) => q.fn.countAll<number>().as('n')])
    .where('id', 'in', tickets)
    .groupBy('assignee_id')
    .execute()
  return new Map(rows.map((row) => [row.assignee_id, Number(row.n)]))
}

it('D-4c 200 tickets at once on two processes: 50 for each of four agents online, none twice, none for the one away', async () => {
  await routing({ roundRobin: true })
  const second = await hub.secondProcess()
  const four = [await agent(), await agent(), await agent(second.url), await agent(second.url)]
  const away = await agent()
  granted(await away.socket.emitWithAck('away.set', { away: true }))
  const shops = await Promise.all(
    Array.from({ length: 200 }, (_, n) => hub.shopper(`parallel-${n}`, n % 2 === 0 ? {} : { at: second.url })),
  )
  const tickets = (await Promise.all(shops.map(sendUntilTaken))).map(({ ticket }) => ticket)
  expect(new Set(tickets).size).toBe(200)
  expect(await counts(tickets)).toEqual(new Map(four.map(({ id }) => [id, 50])))
  const given = await hub.db
    .selectFrom('events')
    .select('ticket_id')
    .where('type', '=', 'assigned')
    .where('ticket_id', 'in', tickets)
    .execute()
  expect(given).toHaveLength(200)
  await second.close()
}, 120_000)

it('D-4c its line says so, and the agent’s row and message are theirs', async () => {
  await routing({ roundRobin: true })
  const priya = await agent()
  const { ticket } = await arrives()
  const { row, events } = await openTicket(priya.socket, ticket)
  expect(row.assignee?.id).toBe(priya.id)
  expect(events.at(1)).toMatchObject({ type: 'assigned', to: priya.name, name: null, why: { by: 'round_robin' } })
})

it('D-4e nobody online: it stays Unassigned, also once somebody comes, and so while round robin is off', async () => {
  await routing({ roundRobin: true })
  const { ticket, shopper } = await arrives()
  await agent()
  await send(shopper, 'Anybody?')
  expect(await assignee(ticket)).toBeNull()
  await routing({})
  expect(await assignee((await arrives()).ticket)).toBeNull()
})

it('D-4 whoever has as many open tickets as the limit says is given no more', async () => {
  await routing({ roundRobin: true, limit: 2 })
  const [one, two] = [await agent(), await agent()]
  const tickets = await Promise.all(Array.from({ length: 5 }, () => arrives()))
  const ids = tickets.map(({ ticket }) => ticket)
  expect(await counts(ids)).toEqual(
    new Map([
      [one.id, 2],
      [two.id, 2],
      [null, 1],
    ]),
  )
})

it('D-4c, S-9 a blocked customer’s and, S-8, a spam ticket is nobody’s; “Not spam” gives it out', async () => {
  await routing({})
  const { ticket, shopper } = await arrives()
  const priya = await agent()
  granted(await priya.socket.emitWithAck('ticket.spam', { ticket, on: true }))
  await routing({ roundRobin: true })
  expect(await assignee(ticket)).toBeNull()
  granted(await priya.socket.emitWithAck('ticket.spam', { ticket, on: false }))
  expect(await assignee(ticket)).toBe(priya.id)

  const { customer } = await openTicket(priya.socket, ticket)
  granted(await priya.socket.emitWithAck('customer.block', { customer: customer.id }))
  granted(await shopper.emitWithAck('message.send', say('Hello?')))
  const mine = await hub.db.selectFrom('tickets').select('status').where('customer_id', '=', customer.id).execute()
  expect(mine).toEqual([{ status: 'closed' }])
})

it('D-4c a ticket that is opened again without assignee goes to somebody; one that has somebody stays theirs', async () => {
  await routing({ roundRobin: true })
  const [one, two] = [await agent(), await agent()]
  const opened = async (ticket: string) => {
    granted(await one.socket.emitWithAck('ticket.reopen', { ticket }))
    return assignee(ticket)
  }
  const mails = [await closedMail(null), await closedMail(null), await closedMail(two.id)] as const
  const both = [await opened(mails[0]), await opened(mails[1])]
  expect(new Set(both)).toEqual(new Set([one.id, two.id]))
  expect(await opened(mails[2])).toBe(two.id)
})

it('S-2d a removed member’s ticket is routed as new when it is opened again', async () => {
  await routing({ roundRobin: true })
  const [stays, leaves] = [await agent(), await agent()]
  const ticket = await closedMail(leaves.id)
  await hub.post(`/api/members/${leaves.id}`, { removed: true }, owner, 'PATCH')
  granted(await stays.socket.emitWithAck('ticket.reopen', { ticket }))
  const { row, events } = await openTicket(stays.socket, ticket)
  expect(row.assignee?.id).toBe(stays.id)
  expect(events.slice(-2)).toMatchObject([
    { type: 'assigned', to: null, left: leaves.name },
    { type: 'assigned', to: stays.name, why: { by: 'round_robin' } },
  ])
})
