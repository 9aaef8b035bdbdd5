import { expect, it } from 'vitest'
import type { Connections } from '../../../../server/channels/carriers.ts'
import { probeMeta } from '../../../../server/channels/meta/probe-meta.ts'
import { probe } from '../../../../server/channels/probe.ts'
import { type Behaviour, nobodysUrl, startProvider } from '../provider.ts'

const settings = (baseUrl: string) => ({ baseUrl, version: 'v25.0', accessToken: 'token', timeoutMs: 500 })
const refused = (status: number, error: object): Behaviour => ({ status, body: JSON.stringify({ error }) })

it('D-11b reads the id of a number or page and nothing else', async () => {
  const provider = await startProvider({ status: 200, body: '{"id":"1065"}' })
  expect(await probeMeta('1065', settings(provider.url))).toMatchObject({ outcome: 'works' })
  expect(provider.received).toMatchObject([
    { method: 'GET', path: '/v25.0/1065?fields=id', headers: { authorization: 'Bearer token' }, body: '' },
  ])
})

it.each<[string, Behaviour, string, RegExp | null]>([
  ['a token that has run out', refused(401, { code: 190, message: 'Session has expired' }), 'wrong_credentials', null],
  ['a token that is none, told with 500', refused(500, { code: 190 }), 'wrong_credentials', null],
  ['an id nobody knows', refused(400, { code: 100, error_subcode: 33 }), 'unknown_address', null],
  ['a permission that is missing', refused(403, { code: 10, message: 'x' }), 'refused', /permissions/],
  ['a refusal of its own', refused(400, { code: 99_999, message: 'Not today.' }), 'refused', /^Not today\.$/],
  ['the id of another', { status: 200, body: '{"id":"1"}' }, 'refused', /HTTP 200/],
  ['the answer of something else', { status: 200, body: '<html>' }, 'refused', /HTTP 200/],
  ['a broken provider', { status: 502, body: '' }, 'unreachable', /HTTP 502/],
  ['silence', 'silence', 'unreachable', /no answer/],
])('D-11b tells what came of it: %s', async (_name, behaviour, outcome, words) => {
  const provider = await startProvider(behaviour)
  const found = await probeMeta('1065', settings(provider.url))
  expect(found).toMatchObject({ outcome, about: '1065' })
  expect(found.words ?? '').toMatch(words ?? /^$/)
})

it('D-11b says that nobody is there', async () => {
  expect(await probeMeta('1065', settings(await nobodysUrl()))).toMatchObject({ outcome: 'unreachable' })
})

const none: Connections = { email: null, sms: null, whatsapp: null, instagram: null, messenger: null }

it('D-11b asks for each of our pages and names the one that fails', async () => {
  const provider = await startProvider(({ path }) =>
    path.includes('/7?') ? refused(404, {}) : { status: 200, body: JSON.stringify({ id: path.split(/[/?]/)[2] }) },
  )
  const connections = { ...none, messenger: settings(provider.url) }
  expect(await probe('messenger', connections, ['5', '6'])).toMatchObject({ outcome: 'works' })
  expect(await probe('messenger', connections, ['5', '7', '8'])).toMatchObject({
    outcome: 'unknown_address',
    about: '7',
  })
})

it('D-11b asks nobody while something is missing', async () => {
  const provider = await startProvider({ status: 200, body: '{}' })
  for (const channel of ['email', 'sms', 'whatsapp', 'instagram', 'messenger'] as const) {
    expect(await probe(channel, none, ['1'])).toMatchObject({ outcome: 'missing' })
  }
  const connections = { ...none, whatsapp: settings(provider.url) }
  expect(await probe('whatsapp', connections, [])).toMatchObject({ outcome: 'missing' })
  expect(await probe('whatsapp', connections, ['1', ''])).toMatchObject({ outcome: 'missing' })
  expect(provider.received).toEqual([])
})
