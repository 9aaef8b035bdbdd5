import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { usualPreferences } from '../../../server/protocol/own-choices.ts'
import { eventually } from '../../eventually.ts'
import { type Installation, startInstallation } from '../installation.ts'
import { lockTable } from '../locked-table.ts'
import { granted, hear, openTicket, send, told } from '../talk.ts'

async function desk() {
  const hub = await startInstallation()
  onTestFinished(() => hub.close())
  await hub.settings()
  return hub
}

/** Who stands before that table. */
const before = async ({ db }: Installation, table: string) =>
  (
    await sql<{ pid: number }>`select pid from pg_locks join pg_class on pg_class.oid = relation
      where relname = ${table} and not granted`.execute(db)
  ).rows.map(({ pid }) => pid)

it('W-11a, S-5 a row that was read before its customer came is told before that they came', async () => {
  const hub = await desk()
  const { socket } = await hub.agent()
  const shopper = await hub.shopper('anna')
  const { ticket } = await send(shopper, 'Hello')
  const { customer } = await openTicket(socket, ticket)
  const online = async () =>
    (await hub.db.selectFrom('customers').select('online').where('id', '=', customer.id).executeTakeFirst())?.online
  await eventually(async () => expect(await online()).toBe(true))
  shopper.emit('presence', { visible: false })
  await eventually(async () => {
    await hub.advance(60_000)
    expect(await online()).toBe(false)
  })
  const heard = hear(socket)
  const release = await lockTable(hub, 'settings', 'all')
  granted(await socket.emitWithAck('ticket.priority', { ticket, priority: 'high' }))
  await eventually(async () => expect(await before(hub, 'settings')).not.toEqual([]))
  shopper.emit('presence', { visible: true })
  await eventually(async () => expect(await online()).toBe(true))
  await release()
  await told(heard, 'ticket.changed', { row: { priority: 'high' } })
  await told(heard, 'customer.presence', { online: true })
  const ofBoth = new Set(['ticket.changed', 'customer.presence'])
  expect(heard.flatMap(({ name }) => (ofBoth.has(name) ? name : []))).toEqual([...ofBoth])
})

it('I3, S-5 what could not be read to be told is told as soon as it can be', async () => {
  const hub = await desk()
  const { socket } = await hub.agent()
  const { ticket } = await send(await hub.shopper('bela'), 'Hello')
  const heard = hear(socket)
  const release = await lockTable(hub, 'settings', 'all')
  granted(await socket.emitWithAck('ticket.priority', { ticket, priority: 'high' }))
  await eventually(async () => expect(await before(hub, 'settings')).not.toEqual([]))
  for (const pid of await before(hub, 'settings')) await sql`select pg_terminate_backend(${pid})`.execute(hub.db)
  await release()
  await told(heard, 'ticket.changed', { row: { priority: 'high' } })
})

it('D-9a, I3 what another process tells late does not put back what was chosen since', async () => {
  const hub = await desk()
  const second = await hub.secondProcess()
  onTestFinished(() => second.close())
  const jonas = await hub.agent()
  const other = await hub.agentSocket(jonas.cookie, { at: second.url })
  const shopper = await hub.shopper('carl')
  const heard = hear(other)
  // A text this long goes by way of a table, and whatever its process tells after it waits behind it.
  const release = await lockTable(hub, 'told', 'all')
  const { ticket } = await send(shopper, '🦊'.repeat(4_000))
  granted(await jonas.socket.emitWithAck('preferences.change', { sound: true }))
  granted(await other.emitWithAck('preferences.change', { sound: false }))
  await told(heard, 'preferences.changed', { sound: false })
  await release()
  await told(heard, 'ticket.changed', { row: { id: ticket } })
  await eventually(() => expect(heard.filter(({ name }) => name === 'preferences.changed')).toHaveLength(2))
  expect(heard.findLast(({ name }) => name === 'preferences.changed')?.event).toEqual(usualPreferences)
})
