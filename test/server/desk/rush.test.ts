import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../eventually.ts'
import { granted } from '../talk.ts'
import { startSms, text, withSms } from '../text-messages.ts'
import { saveRouting } from './given-out.ts'

const many = 200
const answer = 'We will be with you soon.'

it('T-3, D-4c, D-5, M-2 200 people write at once: a ticket, an agent, a tag and one answer each', async () => {
  const { hub, sent } = await startSms()
  onTestFinished(() => hub.close())
  await hub.settings((settings) => ({
    ...withSms(settings, { autoresponder: { audience: 'everybody', text: answer } }),
    tagging: { ...settings.tagging, on: true },
  }))
  await saveRouting(hub, await hub.member('owner'), { roundRobin: true })
  const team = await Promise.all(Array.from({ length: 4 }, () => hub.agent()))

  const writers = Array.from({ length: many }, (_, n) => `+49151${5_000_000 + n}`)
  await Promise.all(writers.map((from) => text(hub, from, 'Where is my parcel? I ordered it a week ago.')))

  const read = () => hub.db.selectFrom('tickets').select(['customer_id', 'assignee_id']).execute()
  await eventually(async () => expect(await read()).toHaveLength(many), 90_000)
  const tickets = await read()
  expect(new Set(tickets.map((one) => one.customer_id)).size).toBe(many)
  for (const { id } of team) expect(tickets.filter((one) => one.assignee_id === id)).toHaveLength(many / team.length)
  const tagged = await hub.db.selectFrom('ticket_tags').select('ticket_id').distinct().execute()
  expect(tagged).toHaveLength(many)
  await eventually(() => expect(sent()).toHaveLength(many), 90_000)
  expect(new Set(sent().map((one) => one['To']))).toEqual(new Set(writers))
  expect(sent().every((one) => one['Body']?.includes(answer))).toBe(true)
}, 240_000)

it('P-4, I1 what comes in while nothing can be taken in is answered in time, kept, and taken in once', async () => {
  const { hub } = await startSms()
  onTestFinished(() => hub.close())
  const { socket: agent } = await hub.agent()
  const writers = Array.from({ length: 40 }, (_, n) => `+49151${6_000_000 + n}`)
  const answered: string[] = []
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const holding = hub.db.transaction().execute(async (tx) => {
    await sql`lock table tickets in exclusive mode`.execute(tx)
    await held
  })
  const told = writers.map(async (from) => {
    await text(hub, from, 'Hello')
    answered.push(from)
  })
  // Those who had their turn still hang on the lock.
  await eventually(() => expect(answered.length).toBeGreaterThan(30))
  expect(answered.length).toBeLessThan(writers.length)
  release()
  await Promise.all([...told, holding])
  await eventually(async () => {
    const { rows } = granted(
      await agent.emitWithAck('list.read', { view: 'all', status: 'any', sort: 'newest', after: null }),
    )
    expect(rows.map((row) => row.customer.name).toSorted()).toEqual(writers)
  })
  await eventually(async () => expect(await hub.db.selectFrom('failed_hooks').select('id').execute()).toEqual([]))
})
