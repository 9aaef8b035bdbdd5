import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { httpApi } from '../../server/protocol/http-api.ts'
import { agent, openBrowser, openChat, openTicket, shopper, write } from './people.ts'
import { objections } from './objections.ts'
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

const jonas = () => agent(browser, product)
const priya = () => agent(browser, product, 'priya@demo.example')
const owner = () => agent(browser, product, 'owner@demo.example')

/** A shopper who has written. */
async function customer(name: string, words: string) {
  const there = await shopper(browser, product, name)
  await openChat(there.page)
  await write(there.page, words)
  return there
}

const head = (page: Page) => page.getByRole('list', { name: 'Colleagues at this ticket' })
const row = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Tickets', exact: true }).getByRole('link', { name: new RegExp(name) })
const account = (page: Page) => page.getByRole('button', { name: /Your account and this page/ })

/** A browser that has notifications, allows them when asked, and writes down what it is to show. */
async function withNotices(page: Page) {
  await page.addInitScript(() => {
    const shown: Notice[] = []
    class Notice extends EventTarget {
      static permission = 'default'
      static async requestPermission() {
        Notice.permission = 'granted'
        return 'granted'
      }
      title: string
      constructor(title: string) {
        super()
        this.title = title
        shown.push(this)
      }
      close() {}
    }
    Object.assign(window, { Notification: Notice, noticesShown: shown })
  })
  const all = () =>
    page.evaluate(() => {
      const shown: unknown = Reflect.get(window, 'noticesShown')
      return Array.isArray(shown) ? shown.map((one: object) => String(Reflect.get(one, 'title'))) : []
    })
  const click = () =>
    page.evaluate(() => {
      const shown: unknown = Reflect.get(window, 'noticesShown')
      const last: unknown = Array.isArray(shown) ? shown.at(-1) : null
      if (last instanceof EventTarget) last.dispatchEvent(new Event('click'))
    })
  return { all, click }
}

describe('agents together', () => {
  it('R-14a see each other at a ticket, viewing and typing, on the row too, and see it end', async () => {
    const shop = await customer('Mireille Fontaine', 'Where is my plate?')
    const [one, two] = await Promise.all([jonas(), priya()])
    // Priya is in the list only: the row tells her.
    await openTicket(one.page, 'Mireille Fontaine')
    await row(two.page, 'Jonas Ekwall is looking at this').waitFor()
    await openTicket(two.page, 'Mireille Fontaine')
    await head(two.page).getByText('Jonas Ekwall is looking at this').waitFor()
    await head(one.page).getByText('Priya Raman is looking at this').waitFor()
    const high = await row(two.page, 'Mireille Fontaine').evaluate((element) => element.getBoundingClientRect().height)
    await one.page.getByRole('textbox', { name: 'Reply' }).pressSequentially('It is')
    await head(two.page).getByText('Jonas Ekwall is writing a reply').waitFor()
    await two.page.getByText('is writing a reply to this ticket.').waitFor()
    expect(await objections(two.page)).toEqual([])
    const other = await row(two.page, 'Mireille').evaluate((element) => element.getBoundingClientRect().height)
    expect(other).toBe(high)
    await one.page.close()
    await expect.poll(() => head(two.page).count()).toBe(0)
    await Promise.all([shop.context.close(), one.context.close(), two.context.close()])
  })

  it('see who is away, at once (D-4)', async () => {
    const shop = await customer('Tom Ashworth', 'Is the jug back in stock?')
    const [one, two] = await Promise.all([jonas(), priya()])
    await openTicket(two.page, 'Tom Ashworth')
    await two.page.locator('.assign').click()
    const there = two.page.getByRole('option', { name: /Jonas Ekwall/ })
    await there.getByText('online').waitFor()
    await account(one.page).click()
    await one.page.getByRole('menuitemradio', { name: /^Away/ }).click()
    await there.getByText('away').waitFor()
    expect(await objections(two.page)).toEqual([])
    await one.page.getByRole('button', { name: /Jonas Ekwall, away/ }).waitFor()
    await one.page.reload()
    await one.page.getByRole('button', { name: /Jonas Ekwall, away/ }).waitFor()
    // By the keyboard alone, back again.
    await one.page.keyboard.press('Control+k')
    await one.page.getByRole('combobox').fill('online')
    await one.page.keyboard.press('Enter')
    await there.getByText('online').waitFor()
    expect(await there.getByText('away').count()).toBe(0)
    await Promise.all([shop.context.close(), one.context.close(), two.context.close()])
  })

  it('S5 a colleague who joins stands in the lists at once; removed, their page ends and nobody offers them', async () => {
    const shop = await customer('Hannes Brandt', 'Guten Tag')
    const [boss, one] = await Promise.all([owner(), jonas()])
    await openTicket(one.page, 'Hannes Brandt')
    const invited = await boss.page.evaluate(async () => {
      const headers = { 'content-type': 'application/json', 'x-hub': '1' }
      const body = JSON.stringify({ email: 'nora@demo.example', role: 'support' })
      return (await (await fetch('/api/invitations', { method: 'POST', headers, body })).json()) as unknown
    })
    await boss.page.goto(`${product.desk}/inbox/settings/members`)
    const context = await browser.newContext({ locale: 'en-GB' })
    const nora = await context.newPage()
    await nora.goto(`${product.desk}/inbox`)
    await nora.getByLabel('Email').waitFor()
    expect(await objections(nora)).toEqual([])
    await nora.goto(httpApi['POST /api/invitations'].answer.parse(invited).link)
    await nora.getByLabel('Your name').fill('Nora Quist')
    expect(await objections(nora)).toEqual([])
    await nora.getByLabel('Password', { exact: true }).fill('nora is new here')
    await nora.getByRole('button', { name: 'Create the account' }).click()
    await nora.getByRole('link', { name: /All tickets/ }).click()
    await openTicket(nora, 'Hannes Brandt')
    await head(one.page).getByText('Nora Quist is looking at this').waitFor()
    await one.page.locator('.assign').click()
    await one.page.getByRole('option', { name: /Nora Quist/ }).waitFor()
    await boss.page.getByRole('button', { name: /Remove Nora Quist/ }).click()
    await boss.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await nora.getByRole('dialog').waitFor()
    await expect.poll(() => one.page.getByRole('option', { name: /Nora Quist/ }).count()).toBe(0)
    await expect.poll(() => head(one.page).count()).toBe(0)
    await Promise.all([shop, boss, one].map((there) => there.context.close()))
    await context.close()
  })

  it('D-9b are told of a new message once over several tabs, never of what is before them; a click opens it', async () => {
    const one = await jonas()
    const page = await one.context.newPage()
    const tab = await one.context.newPage()
    const [notices, others] = [await withNotices(page), await withNotices(tab)]
    await Promise.all([page.goto(`${product.desk}/inbox/settings/me`), tab.goto(`${product.desk}/inbox/all`)])
    await page.getByRole('switch', { name: /Notifications of the browser/ }).click()
    await page.getByText('This browser allows them.').waitFor()
    expect(await objections(page)).toEqual([])
    await tab.evaluate(() => Object.assign(Notification, { permission: 'granted' }))
    const shop = await customer('Beatriz Sequeira', 'Olá!')
    const sum = async () => [...(await notices.all()), ...(await others.all())]
    await expect.poll(sum).toEqual(['Beatriz Sequeira has written, nobody has it yet'])
    // Whichever tab shows it leads to the ticket.
    const [at, there] = (await notices.all()).length > 0 ? [page, notices] : [tab, others]
    await there.click()
    await at.getByRole('heading', { name: 'Beatriz Sequeira' }).waitFor()
    // Now it is before the agent's eyes.
    await write(shop.page, 'Tudo bem?')
    await at.getByRole('log').getByText('Tudo bem?').waitFor()
    expect(await sum()).toHaveLength(1)
    await Promise.all([shop.context.close(), one.context.close()])
  })

  it('reach everything by keys, and none of the single ones once they are switched off', async () => {
    const shop = await customer('Meera Nair', 'Hej!')
    const one = await jonas()
    const { page } = one
    await row(page, 'Meera Nair').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /.+/, level: 2 }).first().waitFor()
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Search commands' })
    await palette.waitFor()
    expect(await objections(page)).toEqual([])
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+k')
    await page.keyboard.type('deutsch')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /Alle Tickets/ }).waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('english')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /All tickets/ }).waitFor()
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await keys.waitFor()
    await keys.getByRole('link', { name: 'Your preferences' }).press('Enter')
    await page.getByRole('switch', { name: /^Single keys/ }).press('Space')
    await page.getByRole('link', { name: /All tickets/ }).click()
    await row(page, 'Meera Nair').waitFor()
    await page.locator('body').press('?')
    await page.keyboard.press('Control+k')
    await palette.waitFor()
    expect(await keys.count()).toBe(0)
    await Promise.all([shop.context.close(), one.context.close()])
  })
})
