import { expect, it } from 'vitest'
import { readMetaProfile } from '../../../../server/channels/meta/profile.ts'
import { type Behaviour, nobodysUrl, startProvider } from '../provider.ts'

const settings = (baseUrl: string) => ({ baseUrl, version: 'v25.0', accessToken: 'token', timeoutMs: 500 })
const says = (body: object, status = 200): Behaviour => ({ status, body: JSON.stringify(body) })
const later = { retry: true }

it('T-11a asks for the name and nothing else', async () => {
  const provider = await startProvider(says({ name: 'Ada Example' }))
  expect(await readMetaProfile('messenger', '2440', settings(provider.url))).toEqual({ name: 'Ada Example' })
  await readMetaProfile('instagram', '9001', settings(provider.url))
  const headers = { authorization: 'Bearer token' }
  expect(provider.received).toMatchObject([
    { method: 'GET', path: '/v25.0/2440?fields=name', headers, body: '' },
    { method: 'GET', path: '/v25.0/9001?fields=name%2Cusername', headers, body: '' },
  ])
})

it.each<[string, Behaviour, object]>([
  ['no name, only what they are called there', says({ name: null, username: 'ada' }), { name: '@ada' }],
  ['a name of blanks', says({ name: '  ' }), { name: null }],
  ['somebody who lets nobody see it', says({}), { name: null }],
  ['an account without a profile', says({ error: { code: 100, error_subcode: 2018218 } }, 400), { name: null }],
  ['something that is no answer', { status: 200, body: '<html>' }, { name: null }],
  ['a token that has run out', says({ error: { code: 190 } }, 401), { name: null }],
  ['too many questions', says({ error: { code: 613 } }, 400), later],
  ['trouble of its own', says({ error: { code: 2 } }, 500), later],
  ['a broken gateway', { status: 502, body: '' }, later],
  ['silence', 'silence', later],
])('T-11a knows what to make of %s', async (_name, behaviour, expected) => {
  const provider = await startProvider(behaviour)
  expect(await readMetaProfile('instagram', '9001', settings(provider.url))).toMatchObject(expected)
})

it('T-11a asks later where nobody is there', async () => {
  expect(await readMetaProfile('messenger', '2440', settings(await nobodysUrl()))).toMatchObject(later)
})
