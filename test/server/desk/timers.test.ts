import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeDueTimer, setTimer } from '../../../server/store/timers.ts'
import { lockTicket } from '../../../server/store/tickets.ts'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { granted, openTicket, send } from '../talk.ts'
import { eventually } from '../../eventually.ts'

let hub: Installation
let agent: AgentSocket
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  agent = (await hub.agent()).socket
})
afterAll(() => hub.close())

describe('timers', () => {
  it('are taken one at a time, each by one, however the database plans it', async () => {
    const far = Date.UTC(2200, 0, 1)
    const subjects = Array.from({ length: 40 }, () => randomUUID())
    for (const subject of subjects) await setTimer(hub.db, 'snooze', subject, far)
    const left = async () =>
      (await hub.db.selectFrom('timers').select('kind').where('kind', '=', 'snooze').execute()).length
    const taken: string[] = []
    const take = (settings: string[]) =>
      hub.db.transaction().execute(async (tx) => {
        for (const setting of settings) await sql.raw(`set local ${setting} = off`).execute(tx)
        const timer = await takeDueTimer(tx, far)
        if (timer !== undefined) taken.push(timer.subjectId)
      })
    const plans = [
      'enable_hashjoin',
      'enable_mergejoin',
      'enable_hashagg',
      'enable_indexscan',
      'enable_bitmapscan',
      'enable_nestloop',
      'enable_material',
      'enable_seqscan',
    ]
    for (const off of [[], ...plans.map((plan) => [plan]), plans.slice(0, 5), plans.slice(0, 2)]) {
      const before = await left()
      await take(off)
      expect([off, await left()]).toEqual([off, before - 1])
    }
    await Promise.all(Array.from({ length: 8 }, () => take([])))
    while ((await left()) > 0) await take([])
    expect(taken.toSorted()).toEqual(subjects.toSorted())
  })

  it('S-1f snoozes, messages and wakings that meet at one moment all find an end', async () => {
    const tickets: { ticket: string; say: () => Promise<unknown> }[] = []
    for (let n = 0; n < 6; n++) {
      const shopper = await hub.shopper(`at-once-${n}`)
      const { ticket } = await send(shopper, 'Hello')
      granted(await agent.emitWithAck('ticket.snooze', { ticket, until: hub.clock.now() + 60_000 }))
      tickets.push({ ticket, say: () => send(shopper, 'Wake up') })
    }
    await Promise.all([
      hub.advance(60_000),
      ...tickets.map(({ say }) => say()),
      ...tickets.map(({ ticket }) => agent.emitWithAck('ticket.wake', { ticket })),
      ...tickets.map(async ({ ticket }) => granted(await agent.emitWithAck('ticket.unread', { ticket }))),
    ])
    for (const { ticket } of tickets) {
      const { row, events } = await openTicket(agent, ticket)
      expect(row).toMatchObject({ status: 'open', unread: true })
      expect(events.filter((event) => event.type === 'status')).toHaveLength(2)
    }
  })

  it('two that wait for each other do not fail: the one PostgreSQL ends runs again', async () => {
    const { ticket } = await send(await hub.shopper('crossed'), 'Hello')
    granted(await agent.emitWithAck('ticket.snooze', { ticket, until: hub.clock.now() + 60_000 }))
    const waiting = () =>
      sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(hub.db)
    const moved = await hub.db.transaction().execute(async (tx) => {
      // Another process's sweep has the timer and wants its ticket; the agent has the ticket and wants the timer.
      await tx.selectFrom('timers').selectAll().where('subject_id', '=', ticket).forUpdate().execute()
      const answer = agent.emitWithAck('ticket.snooze', { ticket, until: hub.clock.now() + 90_000 })
      await eventually(async () => expect((await waiting()).rows[0]?.n).toBe(1))
      await lockTicket(tx, ticket)
      return { answer }
    })
    expect(await moved.answer).toMatchObject({ ok: true })
  })
})
