import { expect, it } from 'vitest'
import { fetchMedia, type MediaRules } from '../../../../server/channels/fetch-media.ts'
import { fetchMetaMedia } from '../../../../server/channels/meta/media.ts'
import { fetchTwilioMedia } from '../../../../server/channels/twilio/media.ts'
import { type Behaviour, nobodysUrl, type Received, startProvider } from '../provider.ts'

const limits = { maxBytes: 1_000, timeoutMs: 5_000 }
const picture: Behaviour = { status: 200, body: Buffer.from([1, 2, 3]), headers: { 'content-type': 'image/png' } }
const found = { bytes: Buffer.from([1, 2, 3]), type: 'image/png' }

async function fetchFrom(behave: Behaviour | ((received: Received) => Behaviour), rules: Partial<MediaRules> = {}) {
  const { url, received } = await startProvider(behave)
  const all = { ...limits, hosts: [], baseUrl: url, authorization: 'Bearer secret', ...rules }
  return { media: await fetchMedia(`${url}/media/1`, all), received, url }
}

it('fetches what lies at the configured address, which may be this machine', async () => {
  const { media, received } = await fetchFrom(picture)
  expect(media).toEqual(found)
  expect(received[0]).toMatchObject({ method: 'GET', path: '/media/1', headers: { authorization: 'Bearer secret' } })
})

it('S11 looks a name up once and goes where it led, wherever it leads afterwards', async () => {
  const { url } = await startProvider(picture)
  const baseUrl = url.replace('127.0.0.1', 'rebinding.invalid')
  const answers = [['127.0.0.1'], ['10.255.255.1']]
  const rules = { ...limits, hosts: [], baseUrl, authorization: null, resolve: async () => answers.shift() ?? [] }
  expect(await fetchMedia(`${baseUrl}/1`, rules)).toEqual(found)
  expect(answers).toEqual([['10.255.255.1']])
})

it('follows redirects within the allowed, also relative ones', async () => {
  const { media, received } = await fetchFrom(({ path }) =>
    path === '/media/1' ? { status: 307, body: '', headers: { location: '../other/2' } } : picture,
  )
  expect(media).toEqual(found)
  expect(received.map(({ path }) => path)).toEqual(['/media/1', '/other/2'])
})

it.each([
  'http://169.254.169.254/latest/meta-data/',
  'http://localhost/',
  'https://evil.example/',
  '//127.0.0.1/',
  'file:///etc/passwd',
  'http://[::ffff:127.0.0.1]/',
  '',
])('S11 judges a redirect like a first address: %s', async (location) => {
  const { media, received } = await fetchFrom({ status: 302, body: '', headers: { location } })
  expect(media).toMatchObject({ refused: true, code: 'forbidden' })
  expect(received.length).toBeLessThanOrEqual(5)
})

it('S11 does not go round in circles', async () => {
  const { media, received } = await fetchFrom({ status: 301, body: '', headers: { location: '/media/1' } })
  expect(media).toMatchObject({ refused: true })
  expect(received).toHaveLength(5)
})

it('takes no more than it may, whether the size is told or not', async () => {
  const many = Buffer.alloc(1_001)
  expect((await fetchFrom({ status: 200, body: many })).media).toMatchObject({ refused: true, code: 'too_large' })
  expect((await fetchFrom({ status: 200, body: many.subarray(1) })).media).toMatchObject({ type: 'application/json' })
})

it('says what is gone and what is refused, and tries the rest later', async () => {
  const outcome = async (behaviour: Behaviour) => (await fetchFrom(behaviour)).media
  expect(await outcome({ status: 404, body: '' })).toMatchObject({ refused: true, code: 'gone' })
  expect(await outcome({ status: 410, body: '' })).toMatchObject({ refused: true, code: 'gone' })
  expect(await outcome({ status: 401, body: '' })).toMatchObject({ refused: true, code: 'not_accepted' })
  expect(await outcome({ status: 403, body: 'URL signature expired' })).toMatchObject({ code: 'not_accepted' })
  const zipped = { status: 200, body: 'x', headers: { 'content-encoding': 'gzip' } }
  expect(await outcome(zipped)).toMatchObject({ code: 'not_accepted' })
  const busy = { status: 429, body: '', headers: { 'retry-after': '3' } }
  expect(await outcome(busy)).toEqual({ retry: true, reason: 'http 429', afterMs: 3_000 })
  expect(await outcome({ status: 500, body: '' })).toMatchObject({ retry: true })
  expect(await outcome('break off')).toMatchObject({ retry: true })
  expect(await outcome('break off half way')).toMatchObject({ retry: true })
  const silent = await fetchFrom('silence', { timeoutMs: 300 })
  expect(silent.media).toMatchObject({ retry: true })
})

it('does not wait for ever for a name to be found', async () => {
  const resolve = () => new Promise<string[]>(() => {})
  expect((await fetchFrom(picture, { resolve, timeoutMs: 100 })).media).toMatchObject({ retry: true })
})

const twilio = (baseUrl: string) => ({ baseUrl, accountSid: 'AC1', authToken: 'token', messagingServiceSid: null })

it('shows Twilio its credentials, and nobody it sends us on to', async () => {
  const { url, received } = await startProvider(picture)
  expect(await fetchTwilioMedia(`${url}/Media/ME1`, twilio(url), limits)).toEqual(found)
  expect(received[0]?.headers.authorization).toBe(`Basic ${btoa('AC1:token')}`)
  const elsewhere = await startProvider(picture)
  const media = await fetchTwilioMedia(`${elsewhere.url}/Media/ME1`, twilio(url), limits)
  expect(media).toMatchObject({ refused: true, code: 'forbidden' })
  expect(elsewhere.received).toEqual([])
})

const meta = (baseUrl: string) => ({ baseUrl, version: 'v24.0', accessToken: 'EAA' })

it('fetches a file of WhatsApp by its id: an address first, then the bytes, both with the token', async () => {
  let own = ''
  const { url, received } = await startProvider(({ path }) =>
    path === '/v24.0/1003'
      ? { status: 200, body: JSON.stringify({ url: `${own}/bytes?mid=1003`, mime_type: 'image/jpeg', file_size: '3' }) }
      : picture,
  )
  own = url
  expect(await fetchMetaMedia({ mediaId: '1003' }, meta(url), limits)).toEqual({ ...found, type: 'image/jpeg' })
  expect(received.map(({ path, headers }) => [path, headers.authorization])).toEqual([
    ['/v24.0/1003', 'Bearer EAA'],
    ['/bytes?mid=1003', 'Bearer EAA'],
  ])
})

it('S11 goes nowhere else because an answer says so, and takes nothing too large', async () => {
  const answer = async (about: object) => {
    const { url } = await startProvider({ status: 200, body: JSON.stringify(about) })
    return fetchMetaMedia({ mediaId: '1003/../../x' }, meta(url), limits)
  }
  expect(await answer({ url: 'http://169.254.169.254/' })).toMatchObject({ refused: true, code: 'forbidden' })
  expect(await answer({ url: 'https://evil.example/' })).toMatchObject({ refused: true, code: 'forbidden' })
  const large = { url: 'https://lookaside.fbsbx.com/', file_size: 1_001 }
  expect(await answer(large)).toMatchObject({ refused: true, code: 'too_large' })
  expect(await answer({})).toMatchObject({ retry: true })
  expect(await fetchMetaMedia({ mediaId: '1' }, meta(await nobodysUrl()), limits)).toMatchObject({ retry: true })
})

it('shows the token to no content network', async () => {
  const { url, received } = await startProvider(picture)
  expect(await fetchMetaMedia({ url: `${url}/a.png` }, meta(url), limits)).toEqual(found)
  expect(received[0]?.headers.authorization).toBeUndefined()
})
