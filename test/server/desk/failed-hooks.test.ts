import { sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { onlyRow, ours, startMeta, tell } from '../meta-messages.ts'
import { granted, openTicket, texts } from '../talk.ts'
import { ourNumber, postTwilio, startSms } from '../text-messages.ts'
import { eventually } from '../../eventually.ts'

/** A busy machine is no failure. */

it('P-4, I1 a message that meets a bug of ours is answered 200, kept as it came, and taken in once when the bug is gone', async () => {
  const { hub } = await startSms()
  onTestFinished(() => hub.close())
  const { socket: agent } = await hub.agent()
  const rows = async () =>
    granted(await agent.emitWithAck('list.read', { view: 'all', status: 'any', sort: 'newest', after: null })).rows
  const kept = () => hub.db.selectFrom('failed_hooks').select(['tries', 'error']).execute()
  const fields = { MessageSid: 'SM1', From: '+4930231251001', To: ourNumber, Body: 'Do not lose me' }

  await sql`alter table provider_events rename to away`.execute(hub.db)
  const answers = await Promise.all([postTwilio(hub, fields), postTwilio(hub, fields)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(await rows()).toEqual([])
  expect(await kept()).toEqual([{ tries: 0, error: 'error 42P01' }])
  expect(await (await hub.get('/metrics')).text()).toContain('hub_failed_hooks 1')
  await hub.advance(60_000)
  await eventually(async () => expect(await kept()).toMatchObject([{ tries: 1 }]))

  await sql`alter table away rename to provider_events`.execute(hub.db)
  await hub.advance(10 * 60_000)
  await eventually(async () => expect(await rows()).toHaveLength(1))
  await eventually(async () => expect(await kept()).toEqual([]))
  expect((await postTwilio(hub, fields)).status).toBe(200)
  const [row] = await rows()
  expect(
    texts((await openTicket(agent, row?.id ?? '')).events).filter((said) => said === 'Do not lose me'),
  ).toHaveLength(1)
})

it('P-4 what of a batch could be taken in is, at once and not again with the rest', async () => {
  const { hub, agent } = await startMeta()
  const psid = '24400000000000009'
  const at = hub.clock.now()
  const page = { id: ours.page, time: at }
  const from = { sender: { id: psid }, recipient: { id: ours.page }, timestamp: at }
  const message = { ...from, message: { mid: 'm_1', text: 'In at once' } }
  const read = { ...from, read: { watermark: at } }
  const kept = () => hub.db.selectFrom('failed_hooks').select('provider').execute()

  await sql`alter table watermarks rename to away`.execute(hub.db)
  await tell(hub, { object: 'page', entry: [{ ...page, messaging: [read, message] }] })
  const said = async () => texts((await openTicket(agent, (await onlyRow(agent)).id)).events)
  expect(await said()).toEqual(['In at once'])
  expect(await kept()).toEqual([{ provider: 'meta' }])
  await sql`alter table away rename to watermarks`.execute(hub.db)
  await hub.advance(60_000)
  await eventually(async () => expect(await kept()).toEqual([]))
  expect(await said()).toEqual(['In at once'])
  expect(await hub.db.selectFrom('watermarks').select('state').execute()).toContainEqual({ state: 'read' })
})
