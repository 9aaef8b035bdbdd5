import { expect, it, onTestFinished } from 'vitest'
import { saying } from '../channels/saying.ts'
import { granted, openTicket, say } from '../talk.ts'
import { ourNumber, startSms, text } from '../text-messages.ts'
import { eventually } from '../../eventually.ts'

const hannes = '+4930231251001'

/** A busy machine is no failure. */

/** A desk whose carrier takes an answer and breaks the line, and lists later what it is told to. */
async function brokenOff(listed: (date: string) => object[]) {
  const { hub, sent } = await startSms({}, ({ method }) => {
    if (method === 'POST') return 'break off'
    return { status: 200, body: JSON.stringify({ messages: listed(new Date(hub.clock.now()).toUTCString()) }) }
  })
  onTestFinished(() => hub.close())
  const { socket: agent } = await hub.agent()
  await text(hub, hannes, 'JOIN')
  await text(hub, hannes, 'Hello')
  const { rows } = granted(
    await agent.emitWithAck('list.read', { view: 'all', status: 'any', sort: 'newest', after: null }),
  )
  const ticket = rows[0]?.id ?? ''
  granted(await agent.emitWithAck('reply.send', { ticket, ...say('Hello Hannes') }))
  const last = async () => (await openTicket(agent, ticket)).events.findLast(({ type }) => type === 'delivery')
  await eventually(async () => expect(await last()).toMatchObject({ state: 'unknown' }))
  return { hub, agent, last, sent }
}

it('R-13b a text message whose answer was lost is asked for, and was sent when the carrier has it', async () => {
  const { hub, last, sent } = await brokenOff((date) => [
    { sid: 'SM77', to: hannes, from: ourNumber, body: 'Hello Hannes', direction: 'outbound-api', date_created: date },
  ])
  await hub.advance(30_000)
  await eventually(async () => expect(await last()).toMatchObject({ state: 'sent' }))
  const { external_id } = await hub.db.selectFrom('deliveries').select('external_id').executeTakeFirstOrThrow()
  expect(external_id).toBe('SM77')
  expect(sent()).toHaveLength(1)
})

it('R-13b one that the carrier never had has failed, once that is certain', async () => {
  const { hub, last, sent } = await brokenOff(() => [])
  await hub.advance(9 * 60_000)
  const due = () => hub.db.selectFrom('deliveries').select('ask_at').executeTakeFirstOrThrow()
  await eventually(async () => expect((await due()).ask_at).toBe(hub.clock.now() + 9 * 60_000))
  expect(await last()).toMatchObject({ state: 'unknown' })
  await hub.advance(9 * 60_000)
  await eventually(async () => expect(await last()).toMatchObject({ state: 'failed', words: saying('was not sent') }))
  expect(sent()).toHaveLength(1)
})

it('R-13b one that the carrier may have under other words stays unknown, for a Retry might bring it twice', async () => {
  const { hub, last } = await brokenOff((date) => [
    { sid: 'SM78', to: hannes, from: ourNumber, body: 'Hello Hannes!', direction: 'outbound-api', date_created: date },
  ])
  await hub.advance(20 * 60_000)
  const due = () => hub.db.selectFrom('deliveries').select('ask_at').executeTakeFirstOrThrow()
  await eventually(async () => expect((await due()).ask_at).toBe(hub.clock.now() + 20 * 60_000))
  await hub.advance(20 * 60_000)
  await eventually(async () => expect((await due()).ask_at).toBe(hub.clock.now() + 40 * 60_000))
  expect(await last()).toMatchObject({ state: 'unknown' })
})
