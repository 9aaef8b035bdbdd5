import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setTimer } from '../../../server/store/timers.ts'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { granted, openTicket, reply, send } from '../talk.ts'
import { eventually } from '../../eventually.ts'

const minute = 60_000
let hub: Installation
let agent: AgentSocket
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings((settings) => ({
    ...settings,
    webChat: {
      ...settings.webChat,
      autoClose: { ...settings.webChat.autoClose, on: true, afterMinutes: 60, warnMinutes: 30, warning: '' },
    },
  }))
  agent = (await hub.agent()).socket
})
afterAll(() => hub.close())

const left = async () => (await hub.db.selectFrom('timers').select('kind').execute()).length

it('D-6, S-1 a burst of 5,000 due timers does not hold up others, and none is fired twice', async () => {
  const { ticket } = await send(await hub.shopper('ada'), 'Hello')
  await reply(agent, ticket, 'Hi')
  await hub.db
    .insertInto('timers')
    .columns(['kind', 'subject_id', 'due_at'])
    .expression((q) =>
      q
        .selectFrom(q.fn<{ n: number }>('generate_series', [q.lit(1), q.lit(5_000)]).as('n'))
        .select((s) => [
          s.val<'snooze'>('snooze').as('kind'),
          s.fn<string>('gen_random_uuid').as('subject_id'),
          s.fn<number>('to_timestamp', [s.val((hub.clock.now() + 60 * minute) / 1_000)]).as('due_at'),
        ]),
    )
    .execute()
  const { ticket: meanwhile } = await send(await hub.shopper('bo'), 'Hello')
  const burst = hub.advance(60 * minute)
  await eventually(async () => expect(await left()).toBeLessThan(4_990))
  for (let n = 0; n < 20; n++) await reply(agent, meanwhile, `Reply ${n}`)
  // All of them were taken before the burst was over.
  expect(await left()).toBeGreaterThan(0)
  // The rest of them is of no interest.
  await hub.db.deleteFrom('timers').where('kind', '=', 'snooze').execute()
  await burst
  const { events } = await openTicket(agent, ticket)
  expect(events.filter(({ type }) => type === 'status')).toMatchObject([{ status: 'closed', by: 'timer' }])
}, 120_000)

it('D-6 a timer that cannot be fired rests, and those behind it fire', async () => {
  const { ticket } = await send(await hub.shopper('cy'), 'Hello')
  granted(await agent.emitWithAck('ticket.snooze', { ticket, until: hub.clock.now() + 60 * minute }))
  granted(await agent.emitWithAck('ticket.wake', { ticket }))
  // A line that nobody can read any more.
  await hub.db
    .updateTable('events')
    .set({ data: '{}' })
    .where('ticket_id', '=', ticket)
    .where('type', '=', 'status')
    .execute()
  const now = hub.clock.now()
  await setTimer(hub.db, 'auto_close', ticket, now - 2)
  await setTimer(hub.db, 'auto_close', randomUUID(), now - 1)
  await hub.advance(0)
  const timers = await hub.db
    .selectFrom('timers')
    .selectAll()
    .where('kind', '=', 'auto_close')
    .orderBy('due_at')
    .limit(1)
    .execute()
  expect(timers).toEqual([{ kind: 'auto_close', subject_id: ticket, due_at: now + minute }])
  await hub.db.deleteFrom('timers').where('subject_id', '=', ticket).execute()
})

it('S-1, D-6 an overdue timer fires once at the start, an hour or a day late', async () => {
  const { ticket } = await send(await hub.shopper('dee'), 'Hello')
  await reply(agent, ticket, 'Hi')
  const { ticket: snoozed } = await send(await hub.shopper('eve'), 'Hello')
  granted(await agent.emitWithAck('ticket.snooze', { ticket: snoozed, until: hub.clock.now() + minute }))
  await hub.restart(24 * 60 * minute)
  await eventually(async () => {
    const tickets = await hub.db
      .selectFrom('tickets')
      .select(['id', 'status'])
      .where('id', 'in', [ticket, snoozed])
      .execute()
    expect(new Map(tickets.map(({ id, status }) => [id, status]))).toEqual(
      new Map([
        [ticket, 'closed'],
        [snoozed, 'open'],
      ]),
    )
  })
  await hub.restart()
  const lines = await hub.db
    .selectFrom('events')
    .select(['ticket_id', 'data'])
    .where('ticket_id', 'in', [ticket, snoozed])
    .where('type', '=', 'status')
    .execute()
  expect(lines).toHaveLength(3)
})
