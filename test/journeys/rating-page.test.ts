import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { noteAsked } from '../../server/store/satisfaction.ts'
import { type Installation, startInstallation } from '../server/installation.ts'
import { send } from '../server/talk.ts'
import { objections } from './objections.ts'
import { openBrowser } from './people.ts'

let hub: Installation
let browser: Browser
beforeAll(async () => {
  ;[hub, browser] = await Promise.all([startInstallation(), openBrowser()])
  await hub.settings()
})
afterAll(async () => {
  await browser.close()
  await hub.close()
})

it('D-10g the page of a mail is said by keyboard, in Arabic and at 320 px, and axe has no objection', async () => {
  const token = await hub.token('amal', { locale: 'ar' })
  const { ticket } = await send(await hub.shopper('amal', { token }), 'مرحبا')
  const { customer_id } = await hub.db
    .selectFrom('tickets')
    .select('customer_id')
    .where('id', '=', ticket)
    .executeTakeFirstOrThrow()
  await noteAsked(hub.db, ticket, customer_id, hub.clock.now())
  const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
  const page = await context.newPage()
  const refused: string[] = []
  page.on('console', (line) => void refused.push(line.text()))
  await page.goto(`${hub.url}/rate/${ticket}/${hub.secrets.sign('rating', ticket)}`)
  const narrow = () => page.evaluate(() => [document.dir, document.documentElement.scrollWidth])
  // Before axe, which its policy stops from drawing.
  expect(refused).toEqual([])
  expect(await narrow()).toEqual(['rtl', 320])
  expect(await objections(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.type('شكرا')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('شكرًا لك').waitFor()
  expect(await narrow()).toEqual(['rtl', 320])
  await page.getByText('تغيير التقييم').click()
  expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe('2')
  expect(await objections(page)).toEqual([])
  await context.close()
})
