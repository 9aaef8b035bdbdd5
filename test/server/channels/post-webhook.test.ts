import { createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { postWebhook } from '../../../server/channels/post-webhook.ts'
import { startReceiver } from '../receiver.ts'

const post = (url: string) => ({
  url,
  secret: 'whsec_a',
  id: 'one',
  event: 'test',
  body: '{"é":1}',
  seconds: 1_700_000_000,
})
const local = { local: true }

it('D-9 posts JSON with its id, its event and a signature over time and body', async () => {
  const receiver = await startReceiver()
  expect(await postWebhook(post(`${receiver.url}/in`), local)).toMatchObject({ status: 200, trouble: null })
  const [got] = receiver.got
  const v1 = createHmac('sha256', 'whsec_a').update('1700000000.{"é":1}').digest('hex')
  expect(got).toMatchObject({ path: '/in', body: '{"é":1}' })
  expect(got?.headers).toMatchObject({
    'content-type': 'application/json',
    'customer-hub-id': 'one',
    'customer-hub-event': 'test',
    'customer-hub-signature': `t=1700000000,v1=${v1}`,
  })
})

it('S11 goes nowhere else, reads no long answer, and says how long it took', async () => {
  const elsewhere = await startReceiver()
  const moved = await startReceiver(() => ({ status: 302, headers: { location: elsewhere.url } }))
  expect(await postWebhook(post(moved.url), local)).toMatchObject({ status: 302 })
  const long = await startReceiver(() => ({ status: 200, body: 'x'.repeat(1_000_000) }))
  const heard = await postWebhook(post(long.url), local)
  expect(heard).toMatchObject({ status: 200, trouble: null })
  expect(heard.tookMs).toBeGreaterThanOrEqual(0)
  expect(elsewhere.got).toEqual([])
})

it('D-9 waits for no slow one, and tells an absent one from it', async () => {
  const slow = await startReceiver(() => null)
  expect(await postWebhook(post(slow.url), { local: true, timeoutMs: 200 })).toMatchObject({ trouble: 'too_slow' })
  const gone = await startReceiver()
  await gone.close()
  expect(await postWebhook(post(gone.url), local)).toMatchObject({ status: null, trouble: 'unreachable' })
})

it('S11 tells nobody in a private network, whatever the name says the second time', async () => {
  const receiver = await startReceiver()
  expect(await postWebhook(post(receiver.url), { local: false })).toMatchObject({ trouble: 'forbidden' })
  const { port } = new URL(receiver.url)
  const named = (to: string[], at = `http://rebound.example:${port}/`) => {
    const answers = [to, ['127.0.0.1']]
    return postWebhook(post(at), { ...local, timeoutMs: 300, resolve: async () => answers.shift() ?? [] })
  }
  for (const to of ['10.0.0.1', '169.254.169.254', '::ffff:127.0.0.1', 'fd00::1', '93.184.216.34'])
    expect([to, await named([to])]).toMatchObject([to, { trouble: 'forbidden' }])
  expect(await named(['127.0.0.1', '10.0.0.1'])).toMatchObject({ trouble: 'forbidden' })
  expect(await named([])).toMatchObject({ trouble: 'not_found' })
  expect(await named(['10.0.0.1'], 'https://rebound.example/')).toMatchObject({ trouble: 'forbidden' })
  expect(receiver.got).toEqual([])
  // It goes to what was judged, by whatever name.
  expect(await named(['127.0.0.1'])).toMatchObject({ status: 200 })
  expect(receiver.got).toHaveLength(1)
})
