import { expect, it } from 'vitest'
import { probeTwilio } from '../../../../server/channels/twilio/probe-twilio.ts'
import { type Behaviour, nobodysUrl, startProvider } from '../provider.ts'

const accountSid = 'AC00000000000000000000000000000001'
const settings = (baseUrl: string) => ({
  baseUrl,
  accountSid,
  authToken: 'token',
  messagingServiceSid: null,
  timeoutMs: 500,
})
const account = (status: string, sid = accountSid): Behaviour => ({
  status: 200,
  body: JSON.stringify({ sid, status }),
})

it('D-11b reads the account and nothing else, with its own credentials', async () => {
  const provider = await startProvider(account('active'))
  expect(await probeTwilio(settings(provider.url))).toEqual({ outcome: 'works', about: null, words: null })
  expect(provider.received).toMatchObject([
    {
      method: 'GET',
      path: `/2010-04-01/Accounts/${accountSid}.json`,
      headers: { authorization: `Basic ${Buffer.from(`${accountSid}:token`).toString('base64')}` },
      body: '',
    },
  ])
})

it.each<[string, Behaviour, string, RegExp | null]>([
  ['the token of another', { status: 401, body: '{"code":20003}' }, 'wrong_credentials', null],
  ['an account nobody knows', { status: 404, body: '{"code":20404}' }, 'unknown_address', null],
  ['a suspended account', account('suspended'), 'refused', /suspended/],
  ['the answer of something else', { status: 200, body: '<html>' }, 'refused', /HTTP 200/],
  ['another account', account('active', 'AC2'), 'refused', /HTTP 200/],
  ['a busy provider', { status: 429, body: '' }, 'unreachable', /HTTP 429/],
  ['a broken provider', { status: 503, body: '' }, 'unreachable', /HTTP 503/],
  ['a redirect', { status: 302, body: '', headers: { location: 'http://127.0.0.1:1/' } }, 'refused', /HTTP 302/],
  ['silence', 'silence', 'unreachable', /no answer/],
  ['half an answer', 'break off half way', 'unreachable', /./],
])('D-11b tells what came of it: %s', async (_name, behaviour, outcome, words) => {
  const provider = await startProvider(behaviour)
  const found = await probeTwilio(settings(provider.url))
  expect(found).toMatchObject({ outcome, about: accountSid })
  expect(found.words ?? '').toMatch(words ?? /^$/)
})

it('D-11b says that nobody is there', async () => {
  expect(await probeTwilio(settings(await nobodysUrl()))).toMatchObject({ outcome: 'unreachable' })
})
