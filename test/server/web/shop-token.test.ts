import { createHmac, generateKeyPairSync } from 'node:crypto'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Installation, startInstallation, storefront } from '../installation.ts'
import { send, turnedAway } from '../talk.ts'

let hub: Installation
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
})
afterAll(() => hub.close())

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const now = () => Math.floor(Date.now() / 1000)
const good = () => ({ sub: 'mallory', aud: hub.shop.id, iat: now(), exp: now() + 600 })

/** A token with these very parts, whatever they are, signed with HMAC under the name of `alg`. */
function signed(claims: unknown, header: Record<string, unknown> = { alg: 'HS256' }, secret = hub.shop.secret) {
  const body = `${part(header)}.${part(claims)}`
  const hash = header['alg'] === 'HS512' ? 'sha512' : header['alg'] === 'HS384' ? 'sha384' : 'sha256'
  return `${body}.${createHmac(hash, secret).update(body).digest('base64url')}`
}

const without = (claim: string) => signed(Object.fromEntries(Object.entries(good()).filter(([name]) => name !== claim)))
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })

const wrong: Record<string, () => unknown> = {
  'no token': () => undefined,
  null: () => null,
  'an empty one': () => '',
  'a random word': () => 'let-me-in',
  'three random words': () => 'a.b.c',
  'a number': () => 42,
  'an object': () => ({ sub: 'mallory' }),
  'a list with a good one': () => [signed(good())],
  'alg none': () => `${part({ alg: 'none' })}.${part(good())}.`,
  'alg None with a signature': () => signed(good(), { alg: 'None' }),
  'no alg': () => signed(good(), { typ: 'JWT' }),
  HS384: () => signed(good(), { alg: 'HS384' }),
  HS512: () => signed(good(), { alg: 'HS512' }),
  'RS256 over the shared secret': () => signed(good(), { alg: 'RS256' }),
  'RS256 with a key of its own': () => new SignJWT(good()).setProtectedHeader({ alg: 'RS256' }).sign(pair.privateKey),
  'a key in its header': () => signed(good(), { alg: 'HS256', jwk: { kty: 'oct', k: 'AAAA' } }, 'AAAA'),
  'a critical header we do not know': () => signed(good(), { alg: 'HS256', crit: ['x'], x: 1 }),
  'no signature': () => signed(good()).replace(/[^.]+$/, ''),
  'a changed signature': () => `${signed(good()).slice(0, -3)}abc`,
  'changed claims': () => signed(good()).replace(/\.[^.]+\./, `.${part({ ...good(), sub: 'victim' })}.`),
  'another shop’s secret': () => signed(good(), { alg: 'HS256' }, 'the secret of quite another shop, long enough'),
  'an empty secret': () => signed(good(), { alg: 'HS256' }, ''),
  'another shop’s aud': () => signed({ ...good(), aud: 'another-shop' }),
  'no aud': () => without('aud'),
  'no sub': () => without('sub'),
  'no iat': () => without('iat'),
  'no exp': () => without('exp'),
  'an empty sub': () => signed({ ...good(), sub: '' }),
  'an object as sub': () => signed({ ...good(), sub: { $ne: null } }),
  'a list as sub': () => signed({ ...good(), sub: ['mallory'] }),
  'a NUL in sub': () => signed({ ...good(), sub: 'mal\0lory' }),
  'half a character in sub': () => signed({ ...good(), sub: 'mallory\ud83d' }),
  'a very long sub': () => signed({ ...good(), sub: 'm'.repeat(201) }),
  'one that has expired': () => signed({ ...good(), iat: now() - 700, exp: now() - 10 }),
  'one from the future': () => signed({ ...good(), iat: now() + 120, exp: now() + 700 }),
  'one not yet good': () => signed({ ...good(), nbf: now() + 120 }),
  'one good for over 15 minutes': () => signed({ ...good(), exp: now() + 901 }),
  'an old one that runs for ever': () => signed({ ...good(), iat: now() - 3_600, exp: now() + 3_600 }),
  'times as words': () => signed({ ...good(), iat: 'now', exp: 'later' }),
  'an endless exp': () => signed({ ...good(), exp: 1e308 }),
  'a huge one': () => signed({ ...good(), name: 'x'.repeat(50_000) }),
}

describe('a shopper’s door', () => {
  it('W-1c opens with a good token, over a websocket, by polling and over HTTP', async () => {
    for (const transport of ['websocket', 'polling'] as const) {
      const shopper = await hub.shopper('good', { token: signed({ ...good(), sub: 'good' }), transport })
      await send(shopper, `By ${transport}`)
    }
    const answer = await hub.get('/api/hub/session', { authorization: `Bearer ${signed({ ...good(), sub: 'good' })}` })
    expect(await answer.json()).toEqual({ ok: true, chat: true, running: true, unread: 0 })
  })

  it.each(Object.keys(wrong))('W-1b, S1 stays closed for %s', async (name) => {
    const token = await wrong[name]?.()
    for (const transport of ['websocket', 'polling'] as const) {
      expect(await turnedAway(hub.shopper('mallory', { token, transport }))).toBe('signed_out')
    }
    // Over HTTP only text can be sent at all.
    const authorization =
      token === undefined ? undefined : `Bearer ${typeof token === 'string' ? token : JSON.stringify(token)}`
    const answer = await hub.get('/api/hub/session', { origin: storefront, ...(authorization && { authorization }) })
    // Node itself refuses a header as long as that.
    expect(answer.status).toBe(name === 'a huge one' ? 431 : 401)
  })

  it('W-1d takes what the shop says of a person as text, and leaves out what is none', async () => {
    const claims = { name: '  A\0da\ud800 <b>  ', email: 'not an address', phone: '12', locale: '../..', admin: true }
    const shopper = await hub.shopper('odd', { token: signed({ ...good(), sub: 'odd', ...claims }) })
    await send(shopper, 'Hello')
    const [row] = await hub.db.selectFrom('customers').selectAll().where('shop_id', '=', 'odd').execute()
    expect(row).toMatchObject({ name: 'Ada <b>', email: null, phone: null, locale: null })
  })

  it('W-1e tells a page that speaks another version to reload', async () => {
    for (const v of [0, 2, -1]) expect(await turnedAway(hub.shopper('old', { v }))).toBe('version')
  })

  it('W-1f a connection ends when its token does, and another can be made with a new one', async () => {
    const token = signed({ ...good(), sub: 'short', exp: now() + 1 })
    const shopper = await hub.shopper('short', { token })
    const ended = new Promise((resolve) => shopper.once('disconnect', resolve))
    expect(await ended).toBe('transport close')
    await hub.shopper('short')
  }, 20_000)
})
