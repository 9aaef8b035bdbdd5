import { expect, it, onTestFinished } from 'vitest'
import { saying } from '../channels/saying.ts'
import type { AgentSocket, Installation } from '../installation.ts'
import { granted, openTicket, say } from '../talk.ts'
import { postTwilio, startSms, text } from '../text-messages.ts'
import { eventually } from '../../eventually.ts'

const hannes = '+4930231251001'

/** A subscriber with a ticket, and a carrier that is away until told otherwise. */
async function carrierAway(given: Parameters<typeof startSms>[0] = {}) {
  const carrier = { away: true }
  const { hub, sent } = await startSms(given, () =>
    carrier.away ? { status: 503, body: '' } : { status: 201, body: `{"sid":"SM${Math.random()}"}` },
  )
  onTestFinished(() => hub.close())
  const { socket: agent } = await hub.agent()
  await text(hub, hannes, 'JOIN')
  await text(hub, hannes, 'Hello')
  const { rows } = granted(
    await agent.emitWithAck('list.read', { view: 'all', status: 'any', sort: 'newest', after: null }),
  )
  const [row] = rows
  if (row === undefined) throw new Error('There is no ticket.')
  return { hub, agent, carrier, sent, row }
}

/** An agent's answer whose first try has found nobody. */
async function waitingAnswer(hub: Installation, agent: AgentSocket, ticket: string) {
  const message = say('Your parcel is on its way')
  granted(await agent.emitWithAck('reply.send', { ticket, ...message }))
  const tried = () =>
    hub.db
      .selectFrom('deliveries')
      .selectAll()
      .where('id', '=', message.id)
      .where('attempts', '=', 1)
      .executeTakeFirst()
  await eventually(async () => expect((await tried())?.attempt_at).toBeNull())
  return message.id
}

const lastState = async (agent: AgentSocket, ticket: string) =>
  (await openTicket(agent, ticket)).events.findLast(({ type }) => type === 'delivery')

it('M-3b a message that still waits when the STOP comes is not sent, nor by Retry', async () => {
  const { hub, agent, carrier, sent, row } = await carrierAway()
  const message = await waitingAnswer(hub, agent, row.id)
  await text(hub, hannes, 'STOP')
  carrier.away = false
  await hub.advance(5_000)
  await eventually(async () =>
    expect(await lastState(agent, row.id)).toMatchObject({ message, state: 'failed', words: saying('(STOP)') }),
  )
  granted(await agent.emitWithAck('delivery.retry', { message }))
  const states = async () =>
    (await openTicket(agent, row.id)).events.flatMap((event) => (event.type === 'delivery' ? [event.state] : []))
  await eventually(async () => expect(await states()).toEqual(['failed', 'queued', 'failed']))
  expect(sent()).toHaveLength(1)
})

it('M-1, M-3b the answer to the STOP itself goes out', async () => {
  const { hub, carrier, sent } = await carrierAway({ providerAnswers: false })
  carrier.away = false
  await text(hub, hannes, 'STOP')
  await hub.advance(5_000)
  await eventually(() => expect(sent().at(-1)).toMatchObject({ Body: saying('no more messages') }))
})

it('R-5 a message that still waits when its customer is blocked is not sent', async () => {
  const { hub, agent, carrier, sent, row } = await carrierAway()
  const message = await waitingAnswer(hub, agent, row.id)
  granted(await agent.emitWithAck('customer.block', { customer: row.customer.id }))
  carrier.away = false
  await hub.advance(5_000)
  await eventually(async () =>
    expect(await lastState(agent, row.id)).toMatchObject({ message, state: 'failed', words: saying('blocked') }),
  )
  expect(sent()).toHaveLength(1)
})

it('M-3 a STOP that only the carrier knows of is learned from its report as well', async () => {
  const { hub, agent, carrier, sent, row } = await carrierAway()
  carrier.away = false
  granted(await agent.emitWithAck('reply.send', { ticket: row.id, ...say('Hi') }))
  await eventually(async () => expect(await lastState(agent, row.id)).toMatchObject({ state: 'sent' }))
  const { pathname, search } = new URL(sent().at(-1)?.['StatusCallback'] ?? '')
  const { external_id } = await hub.db.selectFrom('deliveries').select('external_id').executeTakeFirstOrThrow()
  const report = { MessageSid: external_id ?? '', MessageStatus: 'failed', ErrorCode: '21610' }
  expect((await postTwilio(hub, report, pathname + search)).status).toBe(200)
  expect(await lastState(agent, row.id)).toMatchObject({ state: 'failed', words: saying('(STOP)') })
  expect(await agent.emitWithAck('reply.send', { ticket: row.id, ...say('Hi again') })).toMatchObject({
    ok: false,
    code: 'opted_out',
  })
})
