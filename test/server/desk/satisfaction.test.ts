import { afterAll, beforeAll, expect, it } from 'vitest'
import { type AgentSocket, type Installation, startInstallation, type ShopperSocket } from '../installation.ts'
import { entries, granted, openTicket, reply, send } from '../talk.ts'

let hub: Installation
let agent: AgentSocket
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings((settings) => ({ ...settings, webChat: { ...settings.webChat, satisfaction: true } }))
  agent = (await hub.agent()).socket
})
afterAll(() => hub.close())

const day = 86_400_000
const good = { score: 4, comment: ' Quick, and kind \0' }

/** A conversation that an agent has answered and ended. */
async function over(shopper: ShopperSocket, answered = true) {
  const { ticket, hold } = await send(shopper, 'Hello')
  if (answered) await reply(agent, ticket, 'Hello too')
  granted(await agent.emitWithAck('ticket.close', { ticket }))
  return { ticket, hold }
}
const asks = async (shopper: ShopperSocket, of: { ticket: string; hold: string }) =>
  granted(await shopper.emitWithAck('satisfaction.ask', of)).ask
const kept = (ticket: string) => hub.db.selectFrom('satisfaction').selectAll().where('ticket_id', '=', ticket).execute()

it('D-10a, D-10b is asked on every page until it is said, said once, and stands in the thread for agents, live', async () => {
  const [one, two] = [await hub.shopper('ada'), await hub.shopper('ada')]
  const of = await over(one)
  expect(await Promise.all([asks(one, of), asks(two, of)])).toEqual([true, true])
  expect(await kept(of.ticket)).toMatchObject([{ score: null, answered_at: null }])
  await openTicket(agent, of.ticket)
  const heard = entries(agent)
  const theirs = entries(one)
  const answers = await Promise.all([one, two].map((page) => page.emitWithAck('satisfaction.give', { ...of, ...good })))
  expect(answers).toEqual([{ ok: true }, { ok: true }])
  expect(heard.filter(({ type }) => type === 'satisfaction')).toMatchObject([{ score: 4, comment: 'Quick, and kind' }])
  const { events, row } = await openTicket(agent, of.ticket)
  expect(events.at(-1)).toMatchObject({ type: 'satisfaction', score: 4, comment: 'Quick, and kind' })
  expect(row).toMatchObject({ status: 'closed', unread: false })
  expect(await kept(of.ticket)).toMatchObject([{ score: 4, comment: 'Quick, and kind', answered_at: hub.clock.now() }])
  // W-6: after the end nothing more is sent to the shopper.
  expect(theirs).toEqual([])
  expect(await asks(one, of)).toBe(false)
})

it('D-10b can be said otherwise for a day, each time told to the team, and not after it', async () => {
  const shopper = await hub.shopper('eve')
  const of = await over(shopper)
  expect(await asks(shopper, of)).toBe(true)
  const give = (score: number) => shopper.emitWithAck('satisfaction.give', { ...of, score, comment: '' })
  expect(await give(1)).toEqual({ ok: true })
  const first = hub.clock.now()
  await hub.advance(day - 1)
  expect(await give(5)).toEqual({ ok: true })
  expect(await kept(of.ticket)).toMatchObject([{ score: 5, answered_at: first }])
  const { events } = await openTicket(agent, of.ticket)
  expect(events.flatMap((event) => (event.type === 'satisfaction' ? event.score : []))).toEqual([1, 5])
  await hub.advance(1)
  expect(await give(2)).toEqual({ ok: false, code: 'conflict', retry: false })
  expect(await give(5)).toEqual({ ok: true })
})

it('D-10c, D-10d not again within 30 days, not where nobody answered, and not somebody who is blocked', async () => {
  const shopper = await hub.shopper('mei')
  const first = await over(shopper)
  expect(await asks(shopper, first)).toBe(true)
  const second = await over(shopper)
  expect(await asks(shopper, second)).toBe(false)
  await hub.advance(30 * day)
  expect(await asks(shopper, second)).toBe(true)

  const tom = await hub.shopper('tom')
  const unanswered = await over(tom, false)
  expect(await asks(tom, unanswered)).toBe(false)
  const refused = { ok: false, code: 'not_found', retry: false }
  expect(await tom.emitWithAck('satisfaction.give', { ...unanswered, ...good })).toEqual(refused)
  const { ticket, hold } = await send(tom, 'Something rude')
  await reply(agent, ticket, 'No')
  const { customer } = await openTicket(agent, ticket)
  granted(await agent.emitWithAck('customer.block', { customer: customer.id }))
  expect(await asks(tom, { ticket, hold })).toBe(false)
})

it('D-10a is not asked unless the shop wants to, and the answer needs a question', async () => {
  const shopper = await hub.shopper('ida')
  const of = await over(shopper)
  const refused = { ok: false, code: 'not_found', retry: false }
  expect(await shopper.emitWithAck('satisfaction.give', { ...of, ...good })).toEqual(refused)
  await hub.settings((settings) => ({ ...settings, webChat: { ...settings.webChat, satisfaction: false } }))
  expect(await asks(shopper, of)).toBe(false)
  expect(await kept(of.ticket)).toEqual([])
})
