import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { personOf } from '../../demo-store/sandbox/people.ts'
import { agent, answer, openBrowser, openChat, openTicket, shopper, thread, write } from './people.ts'
import { type Product, startProduct } from './product.ts'
import { violations } from './objections.ts'

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
  await expect.poll(see).toBe(true)
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
  expect(await violations(desk, { within: 'dialog' })).toEqual([])
  await desk.keyboard.press('Escape')
  await desk.getByRole('dialog').waitFor({ state: 'detached' })
  expect(await frame.evaluate((element) => element === document.activeElement)).toBe(true)
})

it('R-8 an agent’s picture leaves with its words and is on the phone', async () => {
  const buffer = await desk.screenshot({ clip: { x: 0, y: 0, width: 64, height: 48 } })
  await desk.locator('[data-attach]').setInputFiles({ name: 'vase.png', mimeType: 'image/png', buffer })
  await desk.getByText('vase.png').waitFor()
  expect(await violations(desk, { within: '.dock' })).toEqual([])
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
  expect(await violations(desk, { within: '.thread' })).toEqual([])
  expect(complaints).toEqual([])
})

it('W-13b, R-8a a shopper’s picture reaches the agent once, over a reload without the desk, and the agent’s picture is drawn in the drawer', async () => {
  const buffer = await desk.screenshot({ clip: { x: 0, y: 0, width: 320, height: 240 } })
  const { page, context } = await shopper(browser, product, 'Mireille Fontaine')
  const wrong: string[] = []
  page.on('console', (message) => void (message.type() === 'error' && wrong.push(message.text())))
  const drawer = page.getByRole('dialog')
  const previews = (where: Page) =>
    where
      .getByRole('log')
      .locator('canvas')
      .evaluateAll((all) => all.flatMap((one) => (one instanceof HTMLCanvasElement && one.width > 1 ? one.width : [])))
  await openChat(page)
  await page.getByLabel('Attach a file').setInputFiles([
    { name: 'cracked.png', mimeType: 'image/png', buffer },
    { name: 'tool.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') },
  ])
  await drawer.getByText(/tool\.exe cannot be sent/).waitFor()
  expect(await violations(page, { within: 'customer-hub' })).toEqual([])
  await drawer.getByRole('button', { name: 'Remove tool.exe' }).click()

  // The upload finds no desk, and the page goes while it waits.
  await context.route(`${product.desk}/api/hub/messages`, (route) => route.abort())
  await write(page, 'It came like this')
  await thread(page).getByText('It came like this').waitFor()
  await expect.poll(() => previews(page)).toEqual([320])
  await page.reload()
  await context.unroute(`${product.desk}/api/hub/messages`)
  await openChat(page)
  await openTicket(desk, 'Mireille Fontaine')
  await thread(desk).getByText('It came like this').waitFor()
  await until(async () => (await drawn(desk, '.files')).includes('320x240'))
  expect(await thread(desk).getByText('It came like this').count()).toBe(1)
  await thread(page).getByRole('link', { name: 'Open cracked.png' }).waitFor()

  await desk.locator('[data-attach]').setInputFiles({ name: 'new one.png', mimeType: 'image/png', buffer })
  await answer(desk, 'We send you this one')
  const link = thread(page).getByRole('link', { name: 'Open new one.png' })
  await link.scrollIntoViewIfNeeded()
  await expect.poll(() => previews(page)).toEqual([320, 320])
  const opened = await page.request.get((await link.getAttribute('href')) ?? '')
  expect([opened.status(), opened.headers()['content-type']]).toEqual([200, 'image/png'])
  expect(await violations(page, { within: 'customer-hub' })).toEqual([])
  expect(wrong.filter((line) => !line.includes('ERR_FAILED'))).toEqual([])
  await context.close()
})
