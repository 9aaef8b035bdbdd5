import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { personOf } from '../../demo-store/sandbox/people.ts'
import { agent, openBrowser } from './people.ts'
import { type Product, startProduct } from './product.ts'

const tom = personOf('tw-1005')

let product: Product
let browser: Browser
let desk: Page
let phone: Page
const complaints: string[] = []
beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), openBrowser()])
  desk = (await agent(browser, product)).page
  desk.on('console', (message) => void (message.type() === 'error' && complaints.push(message.text())))
  desk.on('pageerror', (error) => void complaints.push(String(error)))
  phone = await (await browser.newContext({ viewport: { width: 1280, height: 860 } })).newPage()
  await phone.goto(`${product.sandbox}/people/${tom.id}/whatsapp`)
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

/** The pictures of a page that are really drawn, as wide and high as they are by themselves. */
const drawn = (page: Page, where: string) =>
  page
    .locator(`${where} img`)
    .evaluateAll((images) =>
      images.flatMap((image) =>
        image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0
          ? `${image.naturalWidth}x${image.naturalHeight}`
          : [],
      ),
    )

const until = async (see: () => Promise<boolean>): Promise<void> => {
  await expect.poll(see, { timeout: 10_000 }).toBe(true)
}

it('M-5 a picture from a phone stands in its place in the thread, and large in a dialog', async () => {
  await phone.getByLabel('Attach a picture').click()
  await phone.getByText('A dented parcel').click()
  await phone.getByRole('button', { name: 'Send', exact: true }).click()

  const row = desk
    .getByRole('region', { name: 'Tickets', exact: true })
    .getByRole('link')
    .filter({ hasText: 'Picture' })
  await row.click()
  await until(async () => (await drawn(desk, '.files')).length === 1)
  const frame = desk.getByRole('button', { name: /^Enlarge picture/ })
  const place = await frame.boundingBox()
  expect([place?.width, place?.height]).toEqual([240, 240])

  await frame.focus()
  await desk.keyboard.press('Enter')
  await desk.getByRole('dialog').getByRole('link', { name: 'Save file' }).waitFor()
  expect((await new AxeBuilder({ page: desk }).include('dialog').analyze()).violations).toEqual([])
  await desk.keyboard.press('Escape')
  await desk.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await frame.evaluate((element) => element === document.activeElement)).toBe(true)
})

it('R-8 an agent’s picture leaves with its words and is on the phone', async () => {
  const buffer = await desk.screenshot({ clip: { x: 0, y: 0, width: 64, height: 48 } })
  await desk.locator('[data-attach]').setInputFiles({ name: 'vase.png', mimeType: 'image/png', buffer })
  await desk.getByText('vase.png').waitFor()
  expect((await new AxeBuilder({ page: desk }).include('.dock').analyze()).violations).toEqual([])
  await desk.getByRole('textbox', { name: 'Reply' }).fill('This one?')
  await desk.keyboard.press('Enter')
  await phone.getByRole('log', { name: 'Messages' }).getByText('This one?').waitFor()
  await until(async () => (await drawn(phone, '[role=log]')).includes('64x48'))
  await until(async () => (await drawn(desk, '.files')).includes('64x48'))
  await desk
    .getByText(/^(?:Delivered|Read)/)
    .last()
    .waitFor()
  expect(await desk.locator('.picked').count()).toBe(0)
})

it.each([
  [390, 844, 'dark'],
  [1024, 768, 'light'],
] as const)('M-5 nothing stands out of its place at %d by %d', async (width, height, colorScheme) => {
  await desk.emulateMedia({ colorScheme })
  await desk.setViewportSize({ width, height })
  await until(async () => (await drawn(desk, '.files')).length === 2)
  const wide = await desk.locator('.thread').evaluate((thread) => thread.scrollWidth - thread.clientWidth)
  expect(wide).toBe(0)
  expect((await new AxeBuilder({ page: desk }).include('.thread').analyze()).violations).toEqual([])
  expect(complaints).toEqual([])
})
