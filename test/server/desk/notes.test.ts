import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Installation, startInstallation } from '../installation.ts'
import { entries, granted, hear, load, openTicket, reply, rowOf, say, send, told } from '../talk.ts'
import { threadProblems } from '../thread-problems.ts'
import { eventually } from '../../eventually.ts'

let hub: Installation
let ada: Awaited<ReturnType<Installation['agent']>>
let bo: typeof ada
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  ada = await hub.agent('support', 'Ada')
  bo = await hub.agent('manager', 'Bo')
})
afterAll(() => hub.close())

const write = (by: typeof ada, ticket: string, text: string, mentions: string[] = []) =>
  by.socket.emitWithAck('note.write', { ticket, ...say(text), mentions })

it('R-10a the team sees a note at once, and the customer neither it nor a gap where it stands', async () => {
  const shopper = await hub.shopper('anna')
  const { ticket } = await send(shopper, 'Hello')
  await openTicket(bo.socket, ticket)
  const [team, customer] = [entries(bo.socket), entries(shopper)]
  const { n } = granted(await write(ada, ticket, 'She ordered twice'))
  await eventually(() => expect(team.at(-1)).toMatchObject({ type: 'note', n, text: 'She ordered twice', name: 'Ada' }))
  await reply(ada.socket, ticket, 'Good morning')
  await eventually(() => expect(customer.at(-1)).toMatchObject({ type: 'message', n: 2 }))
  const { events } = await load(shopper)
  expect(events.map((event) => event.n)).toEqual([1, 2])
  expect(JSON.stringify([customer, events])).not.toContain('twice')
  expect((await openTicket(bo.socket, ticket)).events.map(({ type }) => type)).toContain('note')
  expect(await threadProblems(hub.db)).toEqual([])
})

it('T-7b, S-3 a note moves no row, reads and unreads nothing, and ends no snooze', async () => {
  const { ticket } = await send(await hub.shopper('berta'), 'Hello')
  granted(await ada.socket.emitWithAck('ticket.snooze', { ticket, until: hub.clock.now() + 3_600_000 }))
  const before = await rowOf(ada.socket, ticket)
  await hub.advance(60_000)
  granted(await write(ada, ticket, 'Ask the workshop'))
  expect(await rowOf(ada.socket, ticket)).toEqual({ ...before, last: before.last + 1 })
})

it('R-10a a note can be written where nobody can be answered: closed, and blocked', async () => {
  const { ticket } = await send(await hub.shopper('carla'), 'Hello')
  const { customer } = await openTicket(ada.socket, ticket)
  granted(await ada.socket.emitWithAck('customer.block', { customer: customer.id }))
  const before = await rowOf(ada.socket, ticket)
  granted(await write(ada, ticket, 'Threatened us on the phone'))
  expect(await rowOf(ada.socket, ticket)).toEqual({ ...before, last: before.last + 1 })
})

it('R-10b a mention reaches the colleague wherever they are, and is seen once they open the ticket', async () => {
  const { ticket } = await send(await hub.shopper('dilara'), 'Hello')
  const [to, others] = [hear(bo.socket), hear(ada.socket)]
  const stranger = randomUUID()
  const note = { ticket, ...say('@Bo do we have tide blue?'), mentions: [bo.id, bo.id, ada.id, stranger] }
  const first = granted(await ada.socket.emitWithAck('note.write', note))
  await told(to, 'mentioned', { ticket, by: { name: 'Ada' }, text: '@Bo do we have tide blue?' })
  await told(to, 'counts.changed', { counts: { mentions: 1 } })
  expect(others.filter(({ name }) => name === 'mentioned')).toEqual([])
  expect((await openTicket(bo.socket, ticket)).events.at(-1)).toMatchObject({ mentions: [{ id: bo.id, name: 'Bo' }] })
  // A window that nobody looks at has seen nothing.
  bo.socket.emit('viewing', { ticket, visible: false })
  expect(granted(await bo.socket.emitWithAck('desk.open', {})).counts.mentions).toBe(1)
  bo.socket.emit('viewing', { ticket, visible: true })
  await told(to, 'counts.changed', { counts: { mentions: 0 } })
  // The same again is the same note, and calls nobody twice.
  expect(await ada.socket.emitWithAck('note.write', note)).toEqual(first)
  expect(to.filter(({ name }) => name === 'mentioned')).toHaveLength(1)
})

it('R-10a refuses what is no note, and another’s id', async () => {
  const { ticket } = await send(await hub.shopper('emre'), 'Hello')
  const refused = (code: string) => ({ ok: false, code, retry: false })
  expect(await write(ada, ticket, ' ')).toEqual(refused('message_empty'))
  expect(await write(ada, ticket, 'a'.repeat(10_001))).toEqual(refused('message_too_long'))
  expect(await write(ada, randomUUID(), 'Where?')).toEqual(refused('not_found'))
  const once = { ticket, ...say('Mine'), mentions: [] }
  granted(await ada.socket.emitWithAck('note.write', once))
  expect(await bo.socket.emitWithAck('note.write', once)).toEqual(refused('id_taken'))
})

it('R-7, R-10a no note stands in a transcript or an answer by mail, and the export for the team has it', async () => {
  const owner = await hub.member('owner')
  const { ticket } = await send(await hub.shopper('finn'), 'Hello')
  granted(await write(ada, ticket, 'Only among us'))
  const { number } = await rowOf(ada.socket, ticket)
  const exported = await (await hub.get(`/api/tickets/${number}/export`, owner)).text()
  expect(exported).toContain('Only among us')
  const messages = await hub.db.selectFrom('messages').select('text').where('ticket_id', '=', ticket).execute()
  expect(messages).toEqual([{ text: 'Hello' }])
})
