import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { agent, openBrowser } from './people.ts'
import { type Product, startProduct } from './product.ts'
import { violations } from './objections.ts'
import { startReceiver } from '../server/receiver.ts'

let product: Product
let browser: Browser
let page: Page
beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), openBrowser()])
  page = (await agent(browser, product, 'owner@demo.example')).page
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

const tab = async (name: string) => {
  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
const wrong = async () => (await violations(page)).map(({ id }) => id)

it('D-11a leads from the gear to a tab of each channel, and every one can be used by everybody', async () => {
  await page.getByRole('link', { name: 'Settings' }).click()
  for (const name of ['General', 'Web chat', 'Email', 'SMS', 'WhatsApp', 'Instagram', 'Messenger']) {
    await tab(name)
    expect(await wrong(), name).toEqual([])
  }
})

it('D-11b asks the carrier whether it accepts us, and says so when it does not', async () => {
  await tab('SMS')
  const result = page.getByRole('status').filter({ hasText: 'work' })
  await page.getByRole('button', { name: 'Test this connection' }).click()
  const works = result.getByText('It works: Twilio answers and accepts the credentials.')
  await works.waitFor()

  await page.getByLabel('Account SID').fill('AC00000000000000000000000000000000')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByText('Saved.').waitFor()
  await page.getByRole('button', { name: 'Test this connection' }).click()
  await result.getByText(/^It does not work/).waitFor()
  expect(await works.count()).toBe(0)
})

it('R-3 refuses a branded sender with its reason, leads to it from another tab, and keeps it over a reload', async () => {
  await tab('SMS')
  await page.getByLabel('Number', { exact: true }).first().fill('Tidewick')
  await page.getByText(/A name made of letters cannot receive answers/).waitFor()
  await page.reload()
  await tab('Email')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'SMS' }).waitFor()
  const field = page.getByLabel('Number', { exact: true }).first()
  await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true)
  expect(await field.inputValue()).toBe('Tidewick')
  expect(await wrong()).toEqual([])
  await page.getByRole('button', { name: 'Discard' }).click()
  expect(await field.inputValue()).not.toBe('Tidewick')
})

it('D-11a keeps a credential by keyboard alone, and shows it to nobody again', async () => {
  await tab('WhatsApp')
  await page.getByRole('button', { name: 'Replace: Access token' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('another-token')
  await page.keyboard.press('Enter')
  await page.getByText('Access token: stored.').waitFor()
  expect(await page.content()).not.toContain('another-token')
  await page.getByRole('button', { name: 'Replace: Access token' }).waitFor()
})

it('D-9 adds a webhook by keyboard, shows its secret once, and says what a test heard', async () => {
  const receiver = await startReceiver()
  await tab('Notifications')
  await page.getByRole('button', { name: 'Add a webhook' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'New webhook' }).waitFor()
  await page.keyboard.type(receiver.url)
  await page.keyboard.press('Enter')
  const secret = await page.getByRole('textbox', { name: 'The secret of the webhook' }).inputValue()
  expect(secret).toMatch(/^whsec_/)
  expect(await wrong()).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Send a test' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(/^Arrived: 200 in \d+ ms$/).waitFor()
  expect(receiver.got).toHaveLength(1)
  await page.getByRole('button', { name: 'Last deliveries' }).click()
  await page.getByText('Nothing has been sent yet.').waitFor()
  expect(await wrong()).toEqual([])
  expect(await page.content()).not.toContain(secret)
})
