import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../eventually.ts'
import type { Installation } from '../installation.ts'
import { noticed, startMail } from '../mails.ts'
import { granted, load, openTicket, reply, rowOf, send, texts } from '../talk.ts'

const minute = 60_000
const hour = 60 * minute

const followUps = async (hub: Installation) =>
  (await hub.db.selectFrom('deliveries').select('id').where('channel', '=', 'email').execute()).length

const statusLines = async (hub: Installation, ticket: string) =>
  (
    await hub.db
      .selectFrom('events')
      .select('data')
      .where('ticket_id', '=', ticket)
      .where('type', '=', 'status')
      .execute()
  ).map(({ data }) => data)

/** Ada has a chat that was answered and followed up by mail; Bo's is snoozed for two hours. */
async function start() {
  const { hub, agent } = await startMail()
  onTestFinished(() => hub.close())
  const ada = await hub.shopper('ada')
  const { ticket } = await send(ada, 'Hello')
  const bo = await hub.shopper('bo')
  const { ticket: snoozed } = await send(bo, 'Hello')
  bo.disconnect()
  granted(await agent.emitWithAck('ticket.snooze', { ticket: snoozed, until: hub.clock.now() + 2 * hour }))
  return { hub, agent, ada, ticket, snoozed }
}

it.each([
  ['an hour', hour],
  ['a day', 24 * hour],
])('S-1, W-10, I3 a clock that is set back by %s: nothing comes twice, and threads keep their order', async (_, by) => {
  const { hub, agent, ada, ticket, snoozed } = await start()
  await reply(agent, ticket, 'Hi')
  ada.disconnect()
  await noticed(hub)
  await hub.advance(10 * minute)
  expect(await followUps(hub)).toBe(1)

  await hub.setClock(-by)
  const again = await hub.shopper('ada')
  await send(again, 'Back again')
  await reply(agent, ticket, 'Good')
  expect(texts((await load(again)).events)).toEqual(['Hello', 'Hi', 'Back again', 'Good'])
  expect(texts((await openTicket(agent, ticket)).events).slice(-2)).toEqual(['Back again', 'Good'])
  expect(await rowOf(agent, ticket)).toMatchObject({ status: 'open', preview: { text: 'Good' } })

  // What she missed now is no reason for a second mail.
  again.disconnect()
  await noticed(hub)

  // Bo sleeps until the moment that was said, and wakes once.
  await hub.advance(by)
  expect((await rowOf(agent, snoozed)).status).toBe('snoozed')
  await hub.advance(2 * hour)
  expect((await rowOf(agent, snoozed)).status).toBe('open')
  expect(await statusLines(hub, snoozed)).toHaveLength(2)
  expect(await followUps(hub)).toBe(1)
})

it.each([
  ['an hour', hour],
  ['a day', 24 * hour],
])(
  'W-11, W-10, S-1 a clock that is set forward by %s: who is there stays there, and what is overdue comes once',
  async (_, by) => {
    const { hub, agent, ada, ticket, snoozed } = await start()
    await reply(agent, ticket, 'Hi')
    await hub.setClock(by)
    await hub.advance(0)
    expect((await rowOf(agent, ticket)).customer.online).toBe(true)
    expect(await followUps(hub)).toBe(0)
    await send(ada, 'Still here')
    expect(texts((await load(ada)).events)).toEqual(['Hello', 'Hi', 'Still here'])
    await hub.setClock(2 * hour)
    await eventually(async () => expect((await rowOf(agent, snoozed)).status).toBe('open'))
    await hub.setClock(-2 * hour)
    await hub.advance(3 * hour)
    expect(await statusLines(hub, snoozed)).toHaveLength(2)
  },
)
