import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Installation, startInstallation, storefront } from '../installation.ts'
import { send, turnedAway } from '../talk.ts'

let hub: Installation
let owner: { id: string; cookie: string }
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  owner = await hub.member('owner')
})
afterAll(() => hub.close())

const foreign = [
  'https://evil.example',
  'null',
  `${storefront}.evil.example`,
  'http://shop.example:81',
  'https://shop.example',
  '',
]

describe('foreign pages', () => {
  it.each(['websocket', 'polling'] as const)(
    'S3 open no agent’s socket by %s, with the cookie of a real agent',
    async (transport) => {
      for (const origin of [...foreign, storefront, null, hub.url.replace('http:', 'https:'), `${hub.url}0`]) {
        expect([origin, await turnedAway(hub.agentSocket(owner.cookie, { origin, transport }))]).not.toEqual([
          origin,
          'let in',
        ])
      }
      expect(await turnedAway(hub.agentSocket(owner.cookie, { transport }))).toBe('let in')
      for (const cookie of [
        '',
        'hub=',
        'hub=AAAAAAAAAAAAAAAAAAAAAAAA',
        'other=1',
        owner.cookie.replace('hub=', 'nub='),
      ]) {
        expect(await turnedAway(hub.agentSocket(cookie, { transport }))).toBe('signed_out')
      }
    },
  )

  it.each(['websocket', 'polling'] as const)(
    'W-1g open no shopper’s socket by %s; the shop’s own, and programs with a token, do',
    async (transport) => {
      for (const origin of foreign) {
        expect([origin, await turnedAway(hub.shopper('zoe', { origin, transport }))]).not.toEqual([origin, 'let in'])
      }
      expect(await turnedAway(hub.shopper('zoe', { transport }))).toBe('let in')
      expect(await turnedAway(hub.shopper('zoe', { transport, origin: null }))).toBe('let in')
    },
  )

  it('S2 a cookie opens no shopper’s door and a token no agent’s', async () => {
    expect(await turnedAway(hub.agentSocket(`hub=${await hub.token('zoe')}`))).toBe('signed_out')
    expect(await turnedAway(hub.shopper('zoe', { token: owner.cookie.replace('hub=', '') }))).toBe('signed_out')
  })

  const writes = () =>
    [
      ['POST', '/api/sign-in', { email: 'a@desk.example', password: 'x' }],
      ['POST', '/api/sign-out', {}],
      ['POST', '/api/join', { token: 'x', name: 'x', password: 'long enough to be one' }],
      ['POST', '/api/join/look', { token: 'x' }],
      ['POST', '/api/invitations', { email: 'new@desk.example', role: 'admin' }],
      ['DELETE', `/api/invitations/${owner.id}`, {}],
      ['PATCH', `/api/members/${owner.id}`, { removed: true }],
      ['PUT', '/api/settings', { version: 1, settings: {} }],
      ['PUT', `/api/articles/${owner.id}`, { version: 0, published: true, texts: {} }],
      ['DELETE', `/api/articles/${owner.id}`, {}],
      ['POST', '/api/articles/order', { ids: [] }],
      ['POST', '/api/settings/preview', { settings: {}, moments: [] }],
      ['POST', '/api/settings/install/check', { page: 'https://shop.example/' }],
    ] as const

  it('S4 write nothing over HTTP: not without our header, not from elsewhere, not as a form or text', async () => {
    const forms: number[] = []
    const before = await hub.db.selectFrom('audit_log').selectAll().execute()
    for (const [method, path, body] of writes()) {
      const tries: Record<string, string | undefined>[] = [
        { 'x-hub': undefined },
        { 'x-hub': '0' },
        { origin: undefined },
        ...foreign.map((origin) => ({ origin })),
        { origin: storefront },
        { 'content-type': 'application/x-www-form-urlencoded', 'x-hub': undefined, origin: 'https://evil.example' },
        { 'content-type': 'text/plain', 'x-hub': undefined, origin: 'https://evil.example' },
      ]
      for (const headers of tries) {
        const all = {
          'content-type': 'application/json',
          origin: hub.url,
          'x-hub': '1',
          cookie: owner.cookie,
          ...headers,
        }
        const kept = Object.entries(all).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value] as [string, string]],
        )
        const answer = await fetch(hub.url + path, {
          method,
          headers: Object.fromEntries(kept),
          body: JSON.stringify(body),
        })
        expect([path, headers, answer.status]).toEqual([path, headers, 403])
        expect(await answer.json()).toEqual({ ok: false, code: 'forbidden', retry: false })
        expect(answer.headers.get('access-control-allow-origin')).toBeNull()
      }
      // Our own page, but no JSON: there is nothing in it for us.
      const form = { cookie: owner.cookie, 'content-type': 'text/plain' }
      if (path !== '/api/sign-out') forms.push((await hub.post(path, body, form, method)).status)
    }
    expect(forms).not.toContain(200)
    expect(await hub.db.selectFrom('audit_log').selectAll().execute()).toEqual(before)
    expect(await hub.whoIs(owner.cookie)).not.toBeNull()
  })

  it('S4 learn nothing: reading is answered to our own pages and, for shoppers, to the shop’s', async () => {
    for (const origin of [...foreign, storefront]) {
      const answer = await hub.get('/api/settings', { cookie: owner.cookie, origin })
      expect(answer.headers.get('access-control-allow-origin')).toBeNull()
    }
    const authorization = `Bearer ${await hub.token('zoe')}`
    for (const origin of foreign) {
      const answer = await hub.get('/api/hub/session', { authorization, origin })
      expect([origin, answer.status]).toEqual([origin, 403])
    }
    const answer = await hub.get('/api/hub/session', { authorization, origin: storefront })
    expect(answer.headers.get('access-control-allow-origin')).toBe(storefront)
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    await send(await hub.shopper('zoe'), 'Still here')
  })
})
