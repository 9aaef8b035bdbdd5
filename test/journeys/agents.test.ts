import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agent, openBrowser, openChat, openTicket, shopper, write } from './people.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser
beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

describe('what agents see', () => {
  it('S-1b the end of a snooze is told, and the ticket is open and unread again', async () => {
    const desk = await agent(browser, product)
    const { page, context } = await shopper(browser, product, 'Hannes Brandt')
    await openChat(page)
    await write(page, 'Ich melde mich morgen noch einmal.')
    await openTicket(desk.page, 'Hannes Brandt')
    await desk.page.getByRole('button', { name: 'Snooze', exact: true }).click()
    await desk.page.getByRole('menuitem', { name: /^Tomorrow/ }).click()
    const row = desk.page.getByRole('region', { name: 'Tickets', exact: true }).getByRole('link', { name: /Hannes/ })
    await row.getByText(/9:00|09:00/).waitFor()
    await desk.page.getByRole('link', { name: /My inbox/ }).click()
    await product.advanceClock(2 * 24 * 60 * 60 * 1000)
    await desk.page.getByText('Hannes Brandt is back: the snooze is over.').waitFor()
    await desk.page.getByRole('button', { name: 'Show it' }).click()
    await desk.page.getByRole('heading', { name: 'Hannes Brandt' }).waitFor()
    expect(await desk.page.getByRole('button', { name: 'Snooze', exact: true }).count()).toBe(1)
    await Promise.all([context.close(), desk.context.close()])
  })

  it('shows the merchant’s colour to shoppers and agents as soon as it is saved, corrected until it can be read', async () => {
    const owner = await agent(browser, product, 'owner@demo.example')
    await owner.page.goto(`${product.desk}/inbox/settings/general`)
    await owner.page.getByRole('textbox', { name: /Brand colour/ }).fill('#ffd400')
    await owner.page.getByRole('button', { name: 'Save' }).click()
    const accent = () =>
      owner.page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--on-accent').trim())
    await expect.poll(accent).not.toBe('#fff')
    const { page, context } = await shopper(browser, product)
    const launcher = page.getByRole('button', { name: 'Chat', exact: true })
    const background = await launcher.evaluate((button) => getComputedStyle(button).backgroundColor)
    expect(background).not.toMatch(/rgb\(36, 8[78], 19[78]\)/)
    await Promise.all([context.close(), owner.context.close()])
  })

  it('S5 a session that ends under an open ticket is begun again in the middle of it, and nothing is lost', async () => {
    const { page: shop, context } = await shopper(browser, product, 'Tom Ashworth')
    await openChat(shop)
    await write(shop, 'Is the jug back in stock?')
    const desk = await agent(browser, product, 'priya@demo.example')
    await openTicket(desk.page, 'Tom Ashworth')
    const reply = desk.page.getByRole('textbox', { name: 'Reply' })
    await reply.fill('Half a sentence')
    const tab = await desk.context.newPage()
    const complaints: string[] = []
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await tab.goto(`${product.desk}/inbox`)
    await tab.getByRole('button', { name: /Your account and this page/ }).click()
    await tab.getByRole('menuitem', { name: 'Sign out' }).click()
    const signIn = tab.getByRole('button', { name: 'Sign in' })
    await signIn.waitFor()
    await tab.reload()
    await signIn.waitFor()
    // That nobody is signed in is no error.
    expect(complaints).toEqual([])
    const card = desk.page.getByRole('dialog', { name: 'Welcome back, Priya' }).locator('form')
    const box = await card.boundingBox()
    const { width, height } = desk.page.viewportSize() ?? { width: 0, height: 0 }
    expect(box && [2 * box.x + box.width, 2 * box.y + box.height].map(Math.round)).toEqual([width, height])
    await card.getByLabel('Password', { exact: true }).fill('demo-agent-2')
    await card.getByRole('button', { name: 'Continue where I was' }).click()
    await desk.page.getByRole('heading', { name: 'Tom Ashworth' }).waitFor()
    await expect.poll(() => reply.inputValue()).toBe('Half a sentence')
    await Promise.all([context.close(), desk.context.close()])
  })
})
