import { expect, it } from 'vitest'
import { emptyFolder, openStore, put, shopper, signInAs } from './shopper.ts'

it('signs in a new customer by name and email, and the same email again as the same customer', async () => {
  const { url } = await openStore(await emptyFolder())
  const first = shopper(url)
  const response = await first.post('/sign-in/new', { name: '  Ada   Example ', email: 'Ada@Letters.example' })
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/account')
  expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Lax/)
  const page = await first.read('/account')
  expect(page).toContain('Ada Example')
  const id = page.match(/Customer (tw-\d+)/)?.[1]
  expect(id).toBeDefined()

  const again = shopper(url)
  await again.post('/sign-in/new', { name: 'Somebody', email: 'ada@letters.EXAMPLE' })
  const same = await again.read('/account')
  expect(same).toContain(`Customer ${id}`)
  expect(same).toContain('Ada Example')
})

it.each([
  [{ name: '', email: 'a@b.example' }, 'Enter your name.'],
  [{ name: 'Ada', email: 'not an address' }, 'Enter an email address like'],
  [{ name: 'x'.repeat(81), email: 'a@b.example' }, 'at most 80 characters'],
  [{ name: '\u0000\u202e', email: 'a@b.example' }, 'Enter your name.'],
])('says what is wrong with %o', async (form, words) => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  const response = await who.post('/sign-in/new', form)
  expect(response.status).toBe(422)
  expect(await response.text()).toContain(words)
  expect(who.cookie).toBe('')
})

it('changes the session with each sign-in and carries the visitor’s basket over', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  await put(who, 'morning-mug', 'ember', '32', 2)
  const before = who.cookie
  await signInAs(who, 'tw-1002')
  expect(who.cookie).not.toBe(before)
  expect(await who.read('/basket')).toContain('Morning mug')
  expect(await shopper(url, before).read('/basket')).toContain('Your basket is empty')
})

it('goes back where the shopper came from, but never to another site', async () => {
  const { url } = await openStore(await emptyFolder())
  const goal = async (next: string) =>
    (await shopper(url).post('/sign-in', { customer: 'tw-1001', next })).headers.get('location')
  expect(await goal('/checkout')).toBe('/checkout')
  for (const next of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example', ''])
    expect(await goal(next)).toBe('/account')
})

it('shows nobody another customer’s order', async () => {
  const { url } = await openStore(await emptyFolder())
  const mireille = shopper(url)
  await signInAs(mireille, 'tw-1001')
  const number = (await mireille.read('/account')).match(/\/orders\/(TW-\d+)/)?.[1] ?? ''
  expect((await mireille.open(`/orders/${number}`)).status).toBe(200)
  const hannes = shopper(url)
  await signInAs(hannes, 'tw-1002')
  expect((await hannes.open(`/orders/${number}`)).status).toBe(404)
  expect((await hannes.open(`/orders/${number}/thanks`)).status).toBe(404)
  expect((await hannes.post(`/orders/${number}/cancel`)).status).toBe(404)
  expect((await shopper(url).open(`/orders/${number}`)).headers.get('location')).toContain('/sign-in')
})
