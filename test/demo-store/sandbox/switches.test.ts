import { expect, it } from 'vitest'
import { brand } from '../../../demo-store/sandbox/brand.ts'
import { failureOf, failures } from '../../../demo-store/sandbox/failures.ts'
import { personOf } from '../../../demo-store/sandbox/people.ts'
import { answerTo, openBoth } from './desk.ts'

const tom = personOf('tw-1005')
const to = {
  sms: () => answerTo({ kind: 'phone', value: tom.phone }, 'sms', brand.sms.number),
  whatsapp: () => answerTo({ kind: 'whatsapp', value: tom.waId }, 'whatsapp', brand.whatsapp.phoneNumberId),
  instagram: () => answerTo({ kind: 'instagram', value: tom.igsid }, 'instagram', brand.instagram.accountId),
  messenger: () => answerTo({ kind: 'messenger', value: tom.psid }, 'messenger', brand.messenger.pageId),
}
const channels = ['sms', 'whatsapp', 'instagram', 'messenger'] as const

const known = channels.flatMap((channel) => Object.keys(failures[channel]).map((code) => ({ channel, code })))
const every = known.flatMap(({ channel, code }) => {
  const failure = failureOf(channel, code)
  return failure ? [{ channel, code, failure }] : []
})

it('refuses the next message in every way that carriers have, once', async () => {
  const { sandbox, desk } = await openBoth()
  for (const { channel, code, failure } of every) {
    if (failure.how !== 'refused') continue
    sandbox.failNext(channel, code)
    const isLater = failure.status === 429 || failure.status === 503 || failure.code === 613
    const expected = isLater ? { retry: true } : { refused: true, code: String(failure.code) }
    expect(await desk.send(to[channel]())).toMatchObject(expected)
    expect(await desk.send(to[channel]())).toMatchObject({ sent: true })
  }
})

it('takes the next message and reports that it did not arrive, in every way that carriers have', async () => {
  const { sandbox, desk } = await openBoth()
  for (const { channel, code, failure } of every) {
    if (failure.how !== 'reported') continue
    sandbox.failNext(channel, code)
    expect(await desk.send(to[channel]())).toMatchObject({ sent: true })
    await sandbox.release()
    expect(desk.deliveries().at(-1)).toMatchObject({ state: 'failed', error: { code } })
    expect(sandbox.thread('tw-1005', channel).at(-1)).toMatchObject({ state: 'failed', error: code })
  }
})

it('knows no failures but those it lists', async () => {
  const { sandbox } = await openBoth()
  expect(() => sandbox.failNext('sms', '131047')).toThrow('no failure of sms is called 131047')
})

it.each(channels)('takes a message by %s and never answers', async (channel) => {
  const { sandbox, desk } = await openBoth()
  sandbox.set({ answers: 'lost' })
  expect(await desk.send(to[channel]())).toMatchObject({ unknown: true })
  expect(sandbox.thread('tw-1005', channel)).toHaveLength(1)
  await sandbox.release()
  // How the desk may learn of it all the same: by being told its own message.
  const externalId = sandbox.thread('tw-1005', channel)[0]?.id
  expect(desk.events).toContainEqual(expect.objectContaining({ kind: 'echo', externalId }))
})

it('holds reports until they are let go, backwards and twice if it must be', async () => {
  const { sandbox, desk } = await openBoth()
  sandbox.set({ reports: 'held', order: 'backwards', copies: 'twice' })
  await desk.send(to.whatsapp())
  sandbox.open('tw-1005', 'whatsapp')
  expect(desk.states()).toEqual([])
  await sandbox.release()
  expect(desk.states()).toEqual(['read', 'read', 'delivered', 'delivered', 'sent', 'sent'])
})

it('sends held reports by itself when they are held no more', async () => {
  const { sandbox, desk } = await openBoth()
  sandbox.set({ reports: 'held' })
  await desk.send(to.sms())
  sandbox.reset()
  await sandbox.until(() => sandbox.exchanges().filter(({ what }) => what === 'SMS delivered').length === 1)
  expect(desk.states()).toEqual(['sent', 'delivered'])
})

it('delivers nothing to a phone that is off, and everything when it is on again', async () => {
  const { sandbox, desk } = await openBoth()
  sandbox.offline('tw-1005', true)
  for (const channel of channels) await desk.send(to[channel]())
  sandbox.open('tw-1005', 'whatsapp')
  await sandbox.release()
  expect(desk.states()).toEqual(['sent', 'sent'])
  sandbox.offline('tw-1005', false)
  await sandbox.release()
  expect(desk.states().slice(2)).toEqual(['delivered', 'delivered', 'delivered', 'delivered'])
  expect(channels.map((channel) => sandbox.thread('tw-1005', channel)[0]?.state)).toEqual(Array(4).fill('delivered'))
})

it('keeps the reading of a thread secret, and the echo to itself', async () => {
  const { sandbox, desk } = await openBoth()
  sandbox.set({ reading: 'kept secret', echoes: 'not sent' })
  await desk.send(to.messenger())
  sandbox.open('tw-1005', 'messenger')
  await sandbox.release()
  expect(sandbox.thread('tw-1005', 'messenger')).toMatchObject([{ state: 'read' }])
  expect(new Set(desk.states())).toEqual(new Set(['delivered']))
  expect(desk.events.filter(({ kind }) => kind === 'echo')).toEqual([])
})

it('ends while answers are held and reports wait', async () => {
  const { sandbox, desk } = await openBoth({ paceMs: 60_000 })
  sandbox.set({ answers: 'lost' })
  const trying = desk.send(to.sms())
  await sandbox.until(() => sandbox.thread('tw-1005', 'sms').length === 1)
  await sandbox.close()
  expect(await trying).toMatchObject({ unknown: true })
})
