import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { BulkOver } from '../../server/protocol/bulk.ts'
import { listScope } from '../../server/protocol/list-filter.ts'
import type { Action } from '../../server/protocol/working.ts'
import { seedTickets } from '../../server/seed/tickets.ts'
import { signedIn, within } from './demo-desk.ts'
import { deskOnDisk } from './desk-process.ts'
import { granted } from './talk.ts'
import { eventually } from '../eventually.ts'

const own = { email: 'support@shop.example', sms: '+4930', whatsapp: '1', instagram: '2', messenger: '3' }
const everything: BulkOver = { list: listScope.parse({ view: 'all', status: 'any' }), search: '' }
const tagged: Action = { do: 'tag', add: [{ name: 'killed' }], remove: [] }

it('S-5 kill -9 in the middle of 800 tickets: it goes on, and every ticket is changed exactly once', async () => {
  const desk = await deskOnDisk()
  let running = await desk.start()
  const { dataDir } = desk
  await within(dataDir, (db) =>
    seedTickets(db, { tickets: 800, messages: 2, run: 'kill', now: Date.now(), own, newId: randomUUID }),
  )
  const agent = await signedIn(running.url)
  const { bulk, total } = granted(await agent.emitWithAck('bulk.count', { over: everything, action: tagged }))
  granted(await agent.emitWithAck('bulk.run', { bulk }))
  const waiting = () =>
    within(dataDir, (db) =>
      db
        .selectFrom('bulk_tickets')
        .select('ticket_id')
        .where('bulk_id', '=', bulk)
        .where('state', '=', 'waiting')
        .execute(),
    )
  for (let kills = 0; kills < 2; kills++) {
    const left = (await waiting()).length
    await eventually(async () => expect((await waiting()).length).toBeLessThan(left), 20_000)
    await running.kill()
    running = await desk.start()
  }
  await eventually(async () => expect(await waiting()).toHaveLength(0), 60_000)
  const found = await within(dataDir, async (db) => ({
    became: await db.selectFrom('bulk_tickets').select(['ticket_id', 'state']).where('bulk_id', '=', bulk).execute(),
    lines: await db.selectFrom('events').select('ticket_id').where('type', '=', 'tags').execute(),
  }))
  expect(total).toBeGreaterThan(700)
  expect(found.became.filter(({ state }) => state === 'changed')).toHaveLength(total)
  expect(found.lines).toHaveLength(total)
  expect(new Set(found.lines.map((line) => line.ticket_id)).size).toBe(total)
}, 180_000)
