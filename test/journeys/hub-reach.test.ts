import { once } from 'node:events'
import { createServer } from 'node:http'
import { randomUUID } from 'node:crypto'
import type { Browser, FileChooser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiToken, type AgentSocket, type Installation, startInstallation } from '../server/installation.ts'
import { reply, send } from '../server/talk.ts'
import { objections } from './objections.ts'
import { openBrowser, openChat, thread } from './people.ts'
import { drawn, focused, tabTo, tooWide } from './reach.ts'

const placedAt = Date.UTC(2026, 10, 14)

let hub: Installation
let browser: Browser
let agent: AgentSocket
let shop: string
/** A page of the shop in a language (`/ar`), signed in as somebody (`/en/zoe`) or as nobody. */
const server = createServer((request, response) => {
  const [, lang = 'en', who] = (request.url ?? '').split('/')
  const page = (token: string | null) => `<!doctype html><html lang="${lang}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Vases</title><link rel="icon" href="data:,">
<script>
  window.CustomerHub ||= function () { (CustomerHub.q ||= []).push(arguments) }
  CustomerHub('boot', { token: ${JSON.stringify(token)} })
</script>
<script async src="${hub.url}/hub.js"></script>
<main><h1>Vases</h1><button type="button">Basket</button></main>`
  response.setHeader('content-type', 'text/html; charset=utf-8')
  const token = who === undefined ? Promise.resolve(null) : hub.token(who, { name: `${who} Moss` })
  token.then(
    (signed) => response.end(page(signed)),
    () => response.writeHead(500).end(),
  )
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the shop has no port')
  shop = `http://127.0.0.1:${address.port}`
  ;[hub, browser] = await Promise.all([startInstallation(), openBrowser()])
  await hub.settings((settings) => ({
    ...settings,
    general: { ...settings.general, storefronts: [shop], privacyUrl: `${shop}/en`, termsUrl: `${shop}/en` },
    hub: { ...settings.hub, signInUrl: `${shop}/en/zoe` },
    webChat: { ...settings.webChat, satisfaction: true },
  }))
  agent = (await hub.agent()).socket
  const owner = await hub.member('owner')
  const articles = ['Returns within 30 days', 'Care', 'Gifts', 'Parcels']
  for (const title of articles) {
    const texts = {
      en: { title, text: '# How\n\nBy **hand**, and:\n\n- slowly\n- [with care](https://shop.example/)' },
    }
    await hub.post(`/api/articles/${randomUUID()}`, { version: 0, published: true, texts }, owner, 'PUT')
  }
  const line = { name: 'Linen throw', variant: 'Oat, 130 x 180 cm', price: '58.00' }
  const orders = ['zoe', 'yasmin', 'wanda'].map((customer) => ({
    id: customer,
    of: { customer },
    number: 'TW-20987',
    status: 'fulfilled',
    currency: 'EUR',
    total: '232.00',
    lines: [1, 2, 3, 4].map((id) => ({ ...line, id: `${id}`, quantity: id })),
    trackingUrl: 'https://carrier.example/1',
    statusUrl: `${shop}/en`,
    placedAt,
    updatedAt: placedAt,
  }))
  await hub.post('/api/shop/orders', { orders }, { authorization: `Bearer ${apiToken}` })
})
afterAll(async () => {
  await browser.close()
  server.close()
  await hub.close()
})

async function visit(path: string, size = { width: 1280, height: 860 }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'en-GB', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`${shop}/${path}`)
  await page.locator('.launcher').waitFor()
  return page
}

describe('with the keyboard alone', () => {
  it('W-13 D-10 from the launcher through all tabs into a chat, to its end, and back to where one was', async () => {
    const page = await visit('en/zoe')
    const keys = page.keyboard
    const drawer = page.locator('.drawer')
    await tabTo(page, 'Chat')
    await keys.press('Enter')
    await drawer.waitFor()
    expect(await objections(page)).toEqual([])
    await tabTo(page, 'Write a message')
    await tabTo(page, 'Chat')
    await keys.press('ArrowRight')
    expect(await focused(page)).toBe('Home')
    await drawer.getByText('Returns within 30 days').waitFor()
    await drawer.getByText('Your latest order').waitFor()
    expect(await objections(page)).toEqual([])
    await tabTo(page, 'Search the help pages')
    await keys.type('returns')
    await tabTo(page, 'Returns within 30 days')
    await keys.press('Enter')
    await expect.poll(() => focused(page)).toBe('Returns within 30 days')
    expect(await objections(page)).toEqual([])
    await keys.press('Shift+Tab')
    expect(await focused(page)).toBe('Back')
    await keys.press('Enter')
    await expect.poll(() => focused(page)).toBe('Returns within 30 days')

    await tabTo(page, 'Home')
    await keys.press('ArrowRight')
    await drawer.getByText('Total').waitFor()
    expect(await focused(page)).toBe('Orders')
    expect(await objections(page)).toEqual([])
    await tabTo(page, '2 more')
    await keys.press('Enter')
    await tabTo(page, 'Ask about it')
    await keys.press('Enter')

    const field = page.getByRole('textbox', { name: 'Write a message' })
    await expect.poll(() => field.inputValue()).toBe('About order TW-20987: ')
    await expect.poll(() => focused(page)).toBe('Write a message')
    await keys.type('is it wool?')
    await tabTo(page, 'Emoji')
    await keys.press('Enter')
    await expect.poll(() => focused(page)).toMatch(/^\P{Letter}+$/u)
    const emoji = await focused(page)
    await keys.press('Enter')
    await keys.press('Escape')
    await expect.poll(() => focused(page)).toBe('Write a message')
    expect(await field.inputValue()).toContain(emoji)

    // Asked for before the way to it: a chooser that opens before the browser hands them over is never told.
    const choosers: FileChooser[] = []
    page.on('filechooser', (one) => void choosers.push(one))
    await tabTo(page, 'Attach a file')
    await keys.press('Enter')
    await expect.poll(() => choosers.length).toBe(1)
    await choosers[0]?.setFiles({ name: 'cracked.png', mimeType: 'image/png', buffer: await page.screenshot() })
    await drawer.getByText('cracked.png').waitFor()
    await expect.poll(() => focused(page)).toBe('Write a message')
    await keys.press('Enter')
    await thread(page).getByText('About order TW-20987: is it wool?').waitFor()
    await thread(page).getByText(/Sent/).last().waitFor()

    const tickets = await hub.db.selectFrom('tickets').select('id').execute()
    await reply(agent, tickets[0]?.id ?? '', 'Linen, through and through')
    await thread(page).getByText('Linen, through and through').waitFor()
    expect(await objections(page)).toEqual([])

    await tabTo(page, 'Chat menu', 'Shift+Tab')
    await keys.press('Enter')
    await expect.poll(() => focused(page)).toBe('Sound for answers')
    expect(await objections(page)).toEqual([])
    await keys.press('Escape')
    expect(await focused(page)).toBe('Chat menu')
    await keys.press('Enter')
    await expect.poll(() => focused(page)).toBe('Sound for answers')
    await keys.press('ArrowDown')
    await keys.press('Enter')
    await page.getByRole('alertdialog').waitFor()
    expect(await objections(page)).toEqual([])
    await tabTo(page, 'End chat')
    await keys.press('Enter')

    await drawer.getByText('How was this chat?').waitFor()
    expect(await objections(page)).toEqual([])
    await tabTo(page, 'Very bad')
    for (const better of ['Bad', 'Okay', 'Good']) {
      await keys.press('ArrowRight')
      expect(await focused(page)).toBe(better)
    }
    await tabTo(page, 'Anything to add?')
    await keys.type('Quick, and kind')
    await tabTo(page, 'Send rating')
    await keys.press('Enter')
    await drawer.getByText('Thank you. The team sees it.').waitFor()
    expect(await objections(page)).toEqual([])
    await tabTo(page, 'Start a new chat')
    await keys.press('Enter')
    await expect.poll(() => focused(page)).toBe('Write a message')
    await keys.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    expect(await focused(page)).toBe('Chat')
    await page.context().close()
  })
})

describe('in every state', () => {
  it('W-13 W-14 axe has no objection to what a visitor sees, to nothing, and to a desk that does not answer', async () => {
    const visitor = await visit('en')
    await openChat(visitor)
    await visitor.getByText('Sign in to the shop').waitFor()
    expect(await objections(visitor)).toEqual([])
    await visitor.context().close()

    const page = await visit('en/nobody-yet')
    await openChat(page)
    const tab = (name: string) => page.getByRole('tab', { name }).click()
    await tab('Orders')
    await page.getByText('No orders yet').waitFor()
    expect(await objections(page)).toEqual([])
    await page.context().route(`${hub.url}/api/hub/**`, (route) => route.abort())
    await page.reload()
    await openChat(page)
    await tab('Orders')
    await page.getByText('This could not be loaded').waitFor()
    expect(await objections(page)).toEqual([])
    await tab('Home')
    await page.getByText('This could not be loaded').waitFor()
    expect(await objections(page)).toEqual([])
    await page.context().close()
  })

  it('W-13 Arabic runs from right to left and fits 320 px, in every tab', async () => {
    const page = await visit('ar/yasmin', { width: 320, height: 640 })
    await page.getByRole('button', { name: 'المحادثة' }).click()
    const drawer = page.locator('.drawer')
    const field = page.getByRole('textbox', { name: 'اكتب رسالة' })
    await field.fill('هل يصل الطرد اليوم؟')
    await field.press('Enter')
    await thread(page).getByText('هل يصل الطرد اليوم؟').waitFor()
    expect(await drawer.evaluate((one) => getComputedStyle(one).direction)).toBe('rtl')
    expect(await tooWide(page)).toEqual([])
    for (const [tab, shows] of [
      ['الطلبات', 'المجموع'],
      ['الرئيسية', 'Returns within 30 days'],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click()
      await drawer.getByText(shows).waitFor()
      expect(await tooWide(page)).toEqual([])
    }
    expect(await objections(page)).toEqual([])
    await drawer.getByText('Returns within 30 days').click()
    await drawer.getByText('with care').waitFor()
    expect(await tooWide(page)).toEqual([])
    await page.context().close()
  })

  it('W-13 nothing disappears in forced colours and without motion', async () => {
    const { ticket } = await send(await hub.shopper('wanda', { origin: shop }), 'Will it come today?')
    const page = await visit('en/wanda')
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    await openChat(page)
    await reply(agent, ticket, 'Today, yes')
    await thread(page).getByText('Today, yes').waitFor()
    agent.emit('typing', { ticket, on: true })
    await page.locator('.dots').waitFor()
    expect(await drawn(page, '.dots i')).toBe(3)
    expect(await drawn(page, '.bubble:not(.dots)')).toBe(2)
    await page.getByRole('tab', { name: 'Orders' }).click()
    await page.getByText('Total').waitFor()
    expect(await drawn(page, '.steps i')).toBe(4)
    expect(await drawn(page, '.drawer, .card')).toBe(2)
    await page.context().close()
  })
})
