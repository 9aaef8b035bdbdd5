import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkoutForm, emptyFolder, openStore, put, shopper, signInAs } from './shopper.ts'

const hour = 3_600_000

it('leads from the basket to an order that the account shows', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  await put(who, 'dinner-plate', 'oat', '27', 2)
  await put(who, 'morning-mug', 'tide', '32')
  const basket = await who.read('/basket')
  expect(basket).toContain('€78.00')
  expect(basket).toContain('€85.50')
  expect((await who.open('/checkout')).headers.get('location')).toBe('/sign-in?next=/checkout')

  await signInAs(who, 'tw-1006')
  const placed = await who.post('/checkout', { ...(await checkoutForm(who)), note: 'Ring twice' })
  expect(placed.status).toBe(303)
  const thanks = placed.headers.get('location') ?? ''
  const page = await who.read(thanks)
  expect(page).toContain('Ada Example')
  expect(page).toContain('Oat, Dinner, 27 cm')
  expect(page).toContain('Ring twice')
  expect(await who.read('/account')).toContain(thanks.split('/')[2])
  expect(await who.read('/basket')).toContain('Your basket is empty')
})

it('changes quantities, takes lines out and never goes above the shelf', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  await put(who, 'branch-vase', 'tide', '28', 2)
  expect(await who.read('/basket')).toContain('€148.00')
  await who.post('/basket/set', { sku: 'branch-vase.tide.28', quantity: '99' })
  expect(await who.read('/basket')).toContain('€222.00')
  await who.post('/basket/set', { sku: 'branch-vase.tide.28', quantity: '0' })
  expect(await who.read('/basket')).toContain('Your basket is empty')
  await put(who, 'work-apron', 'flax', 'one')
  expect(await who.read('/basket')).toContain('Your basket is empty')
})

it('takes no delivery fee where nothing is posted, nor from 120 euro on', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  await put(who, 'wheel-saturday', 'feb', 'seat')
  expect(await who.read('/basket')).toContain('<dt>Delivery</dt><dd>Free</dd>')
  await put(who, 'tapers', 'honey', '6')
  expect(await who.read('/basket')).toContain('<dt>Delivery</dt><dd>€7.50</dd>')
  await put(who, 'tapers', 'honey', '6')
  expect(await who.read('/basket')).toContain('<dt>Delivery</dt><dd>Free</dd>')
})

it('makes one order of a form sent twice', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  await signInAs(who, 'tw-1006')
  await put(who, 'gift-card', 'tide', '50')
  const form = await checkoutForm(who)
  const answers = await Promise.all([who.post('/checkout', form), who.post('/checkout', form)])
  const [first, second] = answers.map((answer) => answer.headers.get('location'))
  expect(first).toMatch(/^\/orders\/TW-\d+\/thanks$/)
  expect(second).toBe(first)
  expect((await who.read('/account')).match(/href="\/orders\//g)).toHaveLength(1)
})

it('says at each field what is wrong and keeps what was typed', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  await signInAs(who, 'tw-1006')
  await put(who, 'gift-card', 'tide', '50')
  const form = await checkoutForm(who)
  const answer = await who.post('/checkout', { ...form, street: ' ', country: 'XX', phone: '555', city: 'Évora' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('3 things to mend')
  expect(page).toContain('id="street-error"')
  expect(page).toContain('value="Évora"')
  expect(page).toContain(form.attempt)
})

it('moves on with time, and can be cancelled until it leaves the house', async () => {
  let now = Date.now()
  const { url } = await openStore(await emptyFolder(), () => now)
  const who = shopper(url)
  await signInAs(who, 'tw-1006')
  const hint = async () =>
    (await who.read('/products/branch-vase?finish=tide&size=28')).match(/data-shows="stock"[^>]*>([^<]+)/)?.[1]
  await put(who, 'branch-vase', 'tide', '28', 3)
  const placed = await who.post('/checkout', await checkoutForm(who))
  const order = placed.headers.get('location')?.replace('/thanks', '') ?? ''
  expect(await who.read(order)).toContain('Received')
  expect(await hint()).toContain('Made to order')

  now += 30 * hour
  expect(await who.read(order)).toContain('class="state sent"')
  expect(await who.read(order)).not.toContain('Cancel this order')
  await who.post(`${order}/cancel`)
  expect(await who.read(order)).not.toContain('Cancelled')

  now -= 29 * hour
  await who.post(`${order}/cancel`)
  expect(await who.read(order)).toContain('Cancelled')
  expect(await hint()).toBe('Only 3 left')
})

it('keeps sessions, customers, baskets and orders over a restart', async () => {
  const folder = await emptyFolder()
  const before = await openStore(folder)
  const who = shopper(before.url)
  await who.post('/sign-in/new', { name: 'Ada Example', email: 'ada@letters.example' })
  await put(who, 'gift-card', 'tide', '50')
  const placed = await who.post('/checkout', await checkoutForm(who))
  const order = placed.headers.get('location')?.replace('/thanks', '') ?? ''
  await put(who, 'napkins', 'salt', '4')
  await before.close()

  const after = await openStore(folder)
  const back = shopper(after.url, who.cookie)
  expect(await back.read('/account')).toContain('Ada Example')
  expect(await back.read(order)).toContain('Gift card')
  expect(await back.read('/basket')).toContain('Napkins, set of four')
})

it('refuses to start on a file that is not its own, rather than overwrite it', async () => {
  const folder = await emptyFolder()
  await writeFile(join(folder, 'demo-store.json'), '{"customers":')
  await expect(openStore(folder)).rejects.toThrow('is not a file of this shop')
})
