import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agent, openBrowser, openChat, openTicket, shopper, thread, write } from './people.ts'
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

const reply = (page: Page) => page.getByRole('textbox', { name: 'Reply' })
const note = (page: Page) => page.getByRole('textbox', { name: 'Note' })
/** What axe finds on the page as it stands, in both themes. */
async function violations(page: Page) {
  const found: unknown[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations: wrong } = await new AxeBuilder({ page }).analyze()
    found.push(...wrong.map(({ id, nodes }) => [colorScheme, id, nodes[0]?.html]))
  }
  return found
}
const priya = () => agent(browser, product, 'priya@demo.example', 'demo-agent-2')

describe('two agents at one ticket', () => {
  it('R-14b the second is asked before their answer goes over the first; nothing is lost', async () => {
    const { page: shop, context } = await shopper(browser, product, 'Hannes Brandt')
    await openChat(shop)
    await write(shop, 'My vase came with a crack.')
    const [one, two] = await Promise.all([agent(browser, product), priya()])
    for (const { page } of [one, two]) await openTicket(page, 'Hannes Brandt')
    await reply(one.page).fill('We are out of vases, sorry.')
    await reply(two.page).fill('A new vase leaves tomorrow.')
    await reply(two.page).press('Enter')
    await one.page.getByText('Priya Raman answered while you were writing:').waitFor()
    await reply(one.page).press('Enter')
    await one.page.getByText(/Not sent yet/).waitFor()
    expect(await reply(one.page).inputValue()).toBe('We are out of vases, sorry.')
    await reply(one.page).fill('And a little bowl with it.')
    await one.page.getByRole('button', { name: 'Send anyway' }).click()
    await thread(shop).getByText('And a little bowl with it.').waitFor()
    expect(await thread(shop).getByText('We are out of vases').count()).toBe(0)
    await Promise.all([context, one.context, two.context].map((each) => each.close()))
  })

  it('R-10b a note calls a colleague by the keyboard alone, wherever they are; the customer sees nothing of it', async () => {
    const { page: shop, context } = await shopper(browser, product, 'Tom Ashworth')
    await openChat(shop)
    await write(shop, 'Is the jug back in stock?')
    const [one, two] = await Promise.all([agent(browser, product), priya()])
    await openTicket(one.page, 'Tom Ashworth')
    await one.page.getByRole('heading', { name: 'Tom Ashworth' }).click()
    await one.page.keyboard.press('n')
    await note(one.page).waitFor()
    await note(one.page).pressSequentially('@pri')
    await one.page.getByRole('option', { name: 'Priya Raman' }).waitFor()
    expect(await violations(one.page)).toEqual([])
    await one.page.keyboard.press('Enter')
    await one.page.keyboard.type('do we have it in blue?')
    await one.page.keyboard.press('Enter')
    await thread(one.page).getByText('do we have it in blue?').waitFor()
    await two.page.getByText(/Jonas Ekwall mentioned you/).waitFor()
    await two.page.getByRole('button', { name: 'Show it' }).click()
    await thread(two.page).getByText('@Priya Raman').waitFor()
    await reply(two.page).fill('It comes back on Monday.')
    await reply(two.page).press('Enter')
    await thread(shop).getByText('It comes back on Monday.').waitFor()
    expect(await thread(shop).getByText('in blue').count()).toBe(0)
    await Promise.all([context, one.context, two.context].map((each) => each.close()))
  })
})

describe('an agent writes', () => {
  it('R-9 with a macro: what has no value is asked for, and what it does is done with the answer', async () => {
    const { page: shop, context } = await shopper(browser, product, 'Mireille Fontaine')
    await openChat(shop)
    await write(shop, 'My plate is broken.')
    const desk = await agent(browser, product)
    await openTicket(desk.page, 'Mireille Fontaine')
    await reply(desk.page).pressSequentially('/repl')
    await desk.page.getByRole('option', { name: 'Replacement on its way' }).waitFor()
    expect(await violations(desk.page)).toEqual([])
    await desk.page.keyboard.press('Enter')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByText('Not sent yet. Fill in or leave out what is missing.').waitFor()
    expect(await violations(desk.page)).toEqual([])
    await desk.page.keyboard.type('20871')
    await desk.page.keyboard.press('Enter')
    await desk.page.getByRole('button', { name: 'Without: closes the ticket' }).click()
    await desk.page.getByRole('button', { name: 'Send', exact: true }).click()
    await thread(shop)
      .getByText(/^Hi Mireille, a replacement for order 20871 leaves/)
      .waitFor()
    await desk.page.locator('.status-line', { hasText: 'Replacement' }).waitFor()
    expect(await thread(shop).getByText('{{').count()).toBe(0)
    await Promise.all([context, desk.context].map((each) => each.close()))
  })

  it('R-8a with a coupon: the customer gets its code to copy', async () => {
    const { page: shop, context } = await shopper(browser, product, 'Beatriz Sequeira')
    await openChat(shop)
    await write(shop, 'That took long.')
    const desk = await agent(browser, product)
    await openTicket(desk.page, 'Beatriz Sequeira')
    await desk.page.getByRole('button', { name: 'Coupon' }).click()
    await desk.page.getByRole('textbox', { name: 'Code' }).fill('SORRY10')
    expect(await violations(desk.page)).toEqual([])
    await desk.page.keyboard.press('Enter')
    await reply(desk.page).press('Enter')
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await thread(shop).getByText('SORRY10').waitFor()
    await thread(shop).getByRole('button', { name: 'Copy' }).click()
    await expect.poll(() => shop.evaluate(() => navigator.clipboard.readText())).toBe('SORRY10')
    await Promise.all([context, desk.context].map((each) => each.close()))
  })

  it('finds what was begun on another page, and signing out leaves nothing of it in the browser', async () => {
    const { page: shop, context } = await shopper(browser, product, 'Hannes Brandt')
    await openChat(shop)
    await write(shop, 'One more thing.')
    const [first, second] = [await agent(browser, product), await agent(browser, product)]
    await openTicket(first.page, 'Hannes Brandt')
    await openTicket(second.page, 'Hannes Brandt')
    await reply(first.page).pressSequentially('Half a sentence')
    await expect.poll(() => reply(second.page).inputValue()).toBe('Half a sentence')
    await reply(second.page).pressSequentially(' and its end')
    await expect.poll(() => reply(first.page).inputValue()).toBe('Half a sentence and its end')
    await first.page.getByRole('button', { name: /Your account and this page/ }).click()
    await first.page.getByRole('menuitem', { name: 'Sign out' }).click()
    await first.page.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(await first.page.evaluate(() => JSON.stringify(localStorage))).not.toContain('sentence')
    await reply(second.page).press('Enter')
    await thread(shop).getByText('Half a sentence and its end').waitFor()
    const third = await agent(browser, product)
    await openTicket(third.page, 'Hannes Brandt')
    await thread(third.page).getByText('Half a sentence and its end').waitFor()
    expect(await reply(third.page).inputValue()).toBe('')
    await Promise.all([context, first.context, second.context, third.context].map((each) => each.close()))
  })
})
