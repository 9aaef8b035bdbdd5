import { expect, it } from 'vitest'
import type { Behaviour } from '../channels/provider.ts'
import { graph, onlyRow, startMeta, tell } from '../meta-messages.ts'
import { hear, told } from '../talk.ts'
import { eventually } from '../../eventually.ts'

const named = (name: string): Behaviour => ({ status: 200, body: JSON.stringify({ name }) })

it.each(['instagram', 'messenger'] as const)(
  'T-11a shows who wrote by %s by their name, at once on every screen',
  async (channel) => {
    const { hub, agent } = await startMeta(({ method }) => (method === 'GET' ? named('Ada Example') : null))
    const heard = hear(agent)
    await tell(hub, graph(hub, channel, '24400000000000001', 'Hello'))
    await told(heard, 'ticket.changed', { row: { customer: { name: 'Ada Example' } } })
    expect(await onlyRow(agent)).toMatchObject({ channel, unread: true, customer: { name: 'Ada Example' } })
  },
)

it('T-11a asks again later where Meta has trouble, and not again where it does not tell', async () => {
  const answers: Behaviour[] = [
    { status: 503, body: '' },
    { status: 200, body: '{}' },
  ]
  const { hub, agent, meta } = await startMeta(({ method }) =>
    method === 'GET' ? (answers.shift() ?? named('Too late')) : null,
  )
  const asked = () => meta.received.filter(({ method }) => method === 'GET').length
  await tell(hub, graph(hub, 'messenger', '24400000000000002', 'Hello'))
  await eventually(() => expect(asked()).toBe(1))
  const due = () => hub.db.selectFrom('customers').select(['ask_name_at', 'ask_name_tries']).executeTakeFirstOrThrow()
  const next = hub.clock.now() + 10_000
  await eventually(async () => expect(await due()).toEqual({ ask_name_at: next, ask_name_tries: 1 }))
  await hub.advance(10_000)
  await eventually(async () => expect(await due()).toEqual({ ask_name_at: null, ask_name_tries: 2 }))
  await tell(hub, graph(hub, 'messenger', '24400000000000002', 'Hello again'))
  expect(await onlyRow(agent)).toMatchObject({ customer: { name: '24400000000000002' } })
  expect(asked()).toBe(2)
})
