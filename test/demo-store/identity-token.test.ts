import { jwtVerify } from 'jose'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { emptyFolder, openStore, shopId, shopper, shopSecret, signInAs, type Shopper } from './shopper.ts'

const askToken = async (who: Shopper): Promise<string | null> => {
  const response = await who.post('/hub-token')
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  return z.object({ token: z.string().nullable() }).parse(await response.json()).token
}

const claimsOf = async (token: string | null) => {
  const key = new TextEncoder().encode(shopSecret)
  return (await jwtVerify(token ?? '', key, { audience: shopId, algorithms: ['HS256'] })).payload
}

it('gives a visitor no token', async () => {
  const { url } = await openStore(await emptyFolder())
  expect(await askToken(shopper(url))).toBeNull()
})

it('signs who the customer is, for ten minutes and for this shop', async () => {
  const now = Date.now()
  const { url } = await openStore(await emptyFolder(), () => now)
  const who = shopper(url)
  await signInAs(who, 'tw-1001')
  expect(await claimsOf(await askToken(who))).toEqual({
    sub: 'tw-1001',
    email: 'mireille.fontaine@poste.example',
    name: 'Mireille Fontaine',
    phone: '+33465710042',
    aud: shopId,
    iat: Math.floor(now / 1000),
    exp: Math.floor(now / 1000) + 600,
  })
})

it('says nothing of a telephone that is not known', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  await signInAs(who, 'tw-1004')
  const claims = await claimsOf(await askToken(who))
  expect(claims).toMatchObject({ sub: 'tw-1004', name: 'ليلى حداد' })
  expect(claims).not.toHaveProperty('phone')
})

it('gives no token any more after signing out, also to the old cookie', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  await signInAs(who, 'tw-1001')
  const copy = shopper(url, who.cookie)
  expect(await askToken(copy)).not.toBeNull()
  await who.post('/sign-out')
  expect(await askToken(who)).toBeNull()
  expect(await askToken(copy)).toBeNull()
})

it('hands the token to no page of another origin', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  await signInAs(who, 'tw-1001')
  for (const origin of ['http://evil.example', 'null', url.replace('127.0.0.1', 'localhost')]) {
    const response = await who.post('/hub-token', {}, { origin })
    expect(response.status).toBe(403)
    expect(await response.text()).not.toContain('ey')
  }
})
