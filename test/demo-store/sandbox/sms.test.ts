import { expect, it } from 'vitest'
import { saying } from '../../server/channels/saying.ts'
import { brand } from '../../../demo-store/sandbox/brand.ts'
import { personOf } from '../../../demo-store/sandbox/people.ts'
import { lookUpTwilio } from '../../../server/channels/twilio/look-up.ts'
import { answerTo, hooksUrl, openBoth } from './desk.ts'

const hannes = personOf('tw-1002')
const phone = { kind: 'phone', value: hannes.phone } as const
const sms = (some = {}) => answerTo(phone, 'sms', brand.sms.number, some)

it('brings an SMS to the desk as Twilio does', async () => {
  const { sandbox, desk } = await openBoth()
  const entry = await sandbox.text('tw-1002', 'sms', 'Wo bleibt mein Paket?')
  expect(desk.messages()).toMatchObject([
    {
      channel: 'sms',
      externalId: entry.id,
      from: [phone],
      to: brand.sms.number,
      text: 'Wo bleibt mein Paket?',
      attachments: [],
    },
  ])
  expect(entry).toMatchObject({ id: saying(/^SM[0-9a-f]{32}$/), state: 'delivered', error: null })
  expect(sandbox.exchanges()).toMatchObject([{ to: 'desk', method: 'POST', path: '/hooks/twilio', status: '200' }])
})

it('brings a picture as an MMS that the desk can fetch, with its credentials only', async () => {
  const { sandbox, desk } = await openBoth()
  const entry = await sandbox.picture('tw-1002', 'sms', { sample: 'parcel', text: 'Look' })
  const [message] = desk.messages()
  const [file] = message?.attachments ?? []
  if (!file || !('url' in file)) throw new Error('no picture came')
  expect(message).toMatchObject({ text: 'Look', externalId: saying(/^MM/) })
  const fetched = await desk.fetch(file, 'twilio')
  expect(fetched).toMatchObject({ type: 'image/png' })
  expect('bytes' in fetched && fetched.bytes.subarray(1, 4).toString()).toBe('PNG')
  expect((await fetch(file.url, { redirect: 'manual' })).status).toBe(401)
  expect(sandbox.thread('tw-1002', 'sms')).toEqual([entry])
})

it('takes an SMS, shows it on the phone, and reports under the address it was given', async () => {
  const { sandbox, desk } = await openBoth()
  const result = await desk.send(sms())
  const [entry] = sandbox.thread('tw-1002', 'sms')
  expect(result).toEqual({ sent: true, externalId: entry?.id })
  expect(entry).toMatchObject({ from: 'brand', text: 'It left us yesterday.', state: 'delivered', ownId: sms().id })
  await sandbox.release()
  expect(desk.posts.map(({ url }) => url)).toEqual(Array(2).fill(`${hooksUrl}/hooks/twilio?message=${sms().id}`))
  expect(desk.states()).toEqual(['sent', 'delivered'])
  expect(desk.events[0]).toEqual({ kind: 'echo', channel: 'sms', externalId: entry?.id, metadata: sms().id })
})

it('shows the pictures of an MMS, and reports one it cannot fetch', async () => {
  const { sandbox, desk } = await openBoth()
  const bytes = Buffer.from('not really a picture')
  const picture = (url: string) => ({ name: 'a.png', type: 'image/png', url, bytes })
  await desk.send(sms({ attachments: [picture(desk.serve('a.png', bytes))] }))
  const [file] = sandbox.thread('tw-1002', 'sms')[0]?.files ?? []
  expect(await (await fetch(`${sandbox.url}/cdn/${file}`)).text()).toBe(bytes.toString())
  await desk.send(sms({ attachments: [picture(`${hooksUrl}/files/gone.png`)] }))
  await desk.send(sms({ attachments: [picture('http://169.254.169.254/latest')] }))
  await sandbox.release()
  expect(sandbox.thread('tw-1002', 'sms').map(({ state }) => state)).toEqual(['delivered', 'failed', 'failed'])
  expect(desk.deliveries().filter(({ state }) => state === 'failed')).toMatchObject([
    { error: { code: '21620' } },
    { error: { code: '21620' } },
  ])
  expect(sandbox.exchanges().some(({ status }) => status === 'not the desk')).toBe(true)
})

it('refuses as Twilio refuses', async () => {
  const { sandbox, desk, twilio } = await openBoth()
  const refused = (code: string) => ({ refused: true, code })
  expect(await desk.send(sms({ from: '+15550100999' }))).toMatchObject(refused('21606'))
  expect(await desk.send(sms({ to: { kind: 'phone', value: 'nonsense' } }))).toMatchObject(refused('21211'))
  expect(await desk.send(sms({ text: '' }))).toMatchObject(refused('21619'))
  expect(await desk.send(sms({ text: 'x'.repeat(1_601) }))).toMatchObject(refused('21617'))
  const foreign = await fetch(`${sandbox.url}/2010-04-01/Accounts/${twilio.accountSid}/Messages.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${twilio.accountSid}:wrong`).toString('base64')}` },
    body: new URLSearchParams({ To: hannes.phone, From: brand.sms.number, Body: 'x' }),
  })
  expect(foreign.status).toBe(401)
  expect(await foreign.json()).toMatchObject({ code: 20003 })
  expect(sandbox.thread('tw-1002', 'sms')).toEqual([])
})

it('takes a message to a number of nobody, and reports that it got lost', async () => {
  const { sandbox, desk } = await openBoth()
  expect(await desk.send(sms({ to: { kind: 'phone', value: '+493023125999' } }))).toMatchObject({ sent: true })
  await sandbox.release()
  expect(desk.deliveries()).toMatchObject([{ state: 'sent' }, { state: 'failed', error: { code: '30005' } }])
})

it('lets a message of unknown outcome be looked up', async () => {
  const { sandbox, desk, twilio } = await openBoth()
  sandbox.set({ answers: 'lost' })
  const begun = Date.now()
  const trying = desk.send(sms())
  await sandbox.until(() => sandbox.thread('tw-1002', 'sms').length === 1)
  expect(await trying).toMatchObject({ unknown: true })
  const [entry] = sandbox.thread('tw-1002', 'sms')
  expect(await lookUpTwilio(sms(), begun, twilio)).toMatchObject({ found: [{ externalId: entry?.id, same: true }] })
  expect(await lookUpTwilio(sms({ text: 'other words' }), begun, twilio)).toMatchObject({ found: [{ same: false }] })
})

it('acts on STOP and START by itself where it is to: whole words, in any case', async () => {
  const { sandbox, desk } = await openBoth()
  sandbox.set({ stop: 'by the carrier' })
  await sandbox.text('tw-1002', 'sms', 'stop please')
  expect(await desk.send(sms())).toMatchObject({ sent: true })
  await sandbox.text('tw-1002', 'sms', ' Stop ')
  expect(await desk.send(sms())).toMatchObject({ refused: true, code: '21610' })
  expect(sandbox.thread('tw-1002', 'sms').at(-1)).toMatchObject({
    from: 'carrier',
    text: saying(/unsubscribed/),
  })
  await sandbox.text('tw-1002', 'sms', 'START')
  expect(await desk.send(sms())).toMatchObject({ sent: true })
  sandbox.set({ stop: 'by the carrier, told' })
  await sandbox.text('tw-1002', 'sms', 'STOP')
  expect(desk.messages().map(({ keyword }) => keyword)).toEqual([undefined, undefined, undefined, 'stop'])
  sandbox.set({ stop: 'left to us' })
  await sandbox.text('tw-1005', 'sms', 'STOP')
  expect(await desk.send(sms({ to: { kind: 'phone', value: personOf('tw-1005').phone } }))).toMatchObject({
    sent: true,
  })
  expect(sandbox.thread('tw-1005', 'sms').map(({ from }) => from)).toEqual(['person', 'brand'])
})

it('marks what the desk’s door did not take, and brings the same bytes again', async () => {
  const { sandbox, desk } = await openBoth()
  desk.says.status = 503
  const entry = await sandbox.text('tw-1002', 'sms', 'Hallo?')
  expect(entry).toMatchObject({ state: 'failed', error: 'the desk said 503' })
  desk.says.status = 200
  await sandbox.again(entry.id)
  expect(entry).toMatchObject({ state: 'delivered', error: null })
  const [first, second] = desk.posts
  expect(second?.body.equals(first?.body ?? Buffer.alloc(0))).toBe(true)
  expect(desk.messages()).toHaveLength(1)
})
