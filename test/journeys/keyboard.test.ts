import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser, writeMail } from './people.ts'
import { objections } from './objections.ts'
import { type Product, startProduct } from './product.ts'

let product: Product
let browser: Browser
beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), openBrowser()])
  for (const name of ['Ada Lindt', 'Bo Winter', 'Cem Yildiz', 'Dora Engel']) await writeMail(product, name)
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

/** Signs in without a mouse. */
async function signedIn(email: string, password: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(`${product.desk}/inbox`)
  await page.getByLabel('Email').waitFor()
  while (!(await page.getByLabel('Email').evaluate((field) => field === document.activeElement))) {
    await page.keyboard.press('Tab')
  }
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').waitFor()
  return page
}

/** Does what the palette finds first for these words. */
async function command(page: Page, words: string, title = words) {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search commands' }).waitFor()
  await page.keyboard.type(words)
  await page.getByRole('option', { selected: true }).filter({ hasText: title }).waitFor()
  await page.keyboard.press('Enter')
}

const rows = (page: Page) => page.getByRole('region', { name: 'Tickets', exact: true }).getByRole('link')
const log = (page: Page) => page.getByRole('log')
const focusIn = (page: Page, selector: string) =>
  expect.poll(() => page.evaluate((of) => document.activeElement?.closest(of) !== null, selector)).toBe(true)

it('S-5, S-10, R-1, R-10, D-4, D-5 an agent works a whole morning without a mouse', { timeout: 120_000 }, async () => {
  const page = await signedIn('jonas@demo.example', 'demo-agent-1')
  const keys = page.keyboard

  await command(page, 'unassigned')
  await expect.poll(() => rows(page).count()).toBe(4)
  await keys.press('j')
  await focusIn(page, '.ticket')
  await keys.press('Enter')
  await log(page).getByText('I am Dora Engel.').waitFor()

  // Takes it, answers, leaves a note that calls a colleague.
  await keys.press('a')
  await page.getByRole('combobox').last().waitFor()
  await keys.type('Jonas')
  await keys.press('Enter')
  await log(page)
    .getByText(/Jonas Ekwall took the ticket/)
    .waitFor()
  await keys.press('Escape')
  await keys.press('r')
  await focusIn(page, 'textarea')
  await keys.type('We are looking into it.')
  await keys.press('Enter')
  await log(page).getByText('We are looking into it.').waitFor()
  await keys.press('Escape')
  await keys.press('n')
  await page.getByText('Only your team sees this').waitFor()
  await focusIn(page, 'textarea')
  await keys.type('Please check the stock, @Pri')
  await page.getByRole('option', { name: 'Priya Raman' }).waitFor()
  await keys.press('Enter')
  await keys.press('Enter')
  await log(page)
    .getByText(/Please check the stock, @Priya Raman/)
    .waitFor()
  await keys.press('Escape')

  // Files it, puts it off, brings it back, and is done with it.
  await command(page, 'high')
  await log(page)
    .getByText(/set the priority to high/)
    .waitFor()
  await keys.press('t')
  await page.getByRole('combobox', { name: 'Change tags' }).waitFor()
  await focusIn(page, '[role=combobox]')
  await keys.type('stock')
  await page.getByRole('option', { name: 'Make the tag' }).waitFor()
  await keys.press('Enter')
  await log(page).getByText('added the tag “stock”').waitFor()
  await keys.press('Escape')
  await keys.press('s')
  await focusIn(page, '[role=menu]')
  await keys.press('Enter')
  await log(page)
    .getByText(/snoozed the ticket/)
    .first()
    .waitFor()
  await command(page, 'all tickets')
  await keys.press('f')
  await focusIn(page, 'form[role=search]')
  await keys.type('Dora')
  await keys.press('Enter')
  await expect.poll(() => rows(page).count()).toBe(1)
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await command(page, 'end the snooze')
  await log(page)
    .getByText(/Jonas Ekwall (opened|reopened|woke|ended)/)
    .first()
    .waitFor()
  await keys.press('Escape')
  await keys.press('e')
  await log(page)
    .getByText(/Jonas Ekwall closed/)
    .waitFor()

  // The others in one go: picked by x and j, closed from the bar above them.
  await command(page, 'unassigned')
  await expect.poll(() => rows(page).count()).toBe(3)
  for (let n = 0; n < 3; n += 1) {
    await keys.press('j')
    await keys.press('x')
  }
  await page.getByText('3 picked').waitFor()
  const close = page.locator('.list-pane').getByRole('button', { name: 'Close', exact: true })
  for (let n = 0; n < 60 && !(await close.evaluate((one) => one === document.activeElement)); n += 1) {
    await keys.press('Shift+Tab')
  }
  await keys.press('Enter')
  await page.getByText('Everybody has somebody').waitFor()
  await page.context().close()
})

it('D-9, D-11 the owner reaches every part of the settings without a mouse, and axe objects to none of it', {
  timeout: 180_000,
}, async () => {
  const page = await signedIn('owner@demo.example', 'demo-owner-1')
  await command(page, 'settings general', 'Settings: General')
  const sections = page.getByRole('navigation', { name: 'Settings' }).getByRole('link')
  await sections.first().waitFor()
  const names = await sections.allInnerTexts()
  expect(names.length).toBeGreaterThan(8)
  for (const name of names) {
    const link = sections.filter({ hasText: name })
    await link.focus()
    await page.keyboard.press('Enter')
    await sections.filter({ hasText: name }).and(page.locator('[aria-current=page]')).waitFor()
    await page.locator('main#settings:not([aria-busy=true], :has([aria-busy=true])) h1').waitFor()
    expect([name, ...(await objections(page))]).toEqual([name])
  }
  await page.context().close()
})
