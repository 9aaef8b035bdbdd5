import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agent, answer, openBrowser, openChat, openTicket, shopper, thread, write } from './people.ts'
import { type Product, startProduct } from './product.ts'

// Wednesday, 18 November 2026, in the demo shop's zone (Europe/Amsterdam, one hour ahead).
const inHours = Date.UTC(2026, 10, 18, 9, 0)
const outOfHours = Date.UTC(2026, 10, 18, 20, 40)

let product: Product
let browser: Browser
beforeAll(async () => {
  ;[product, browser] = await Promise.all([startProduct(), openBrowser()])
  await product.setClock(inHours)
})
afterAll(async () => {
  await browser.close()
  await product.close()
})

describe('one shopper and one agent talk', () => {
  it('W-1c a visitor gets the drawer without the Chat tab', async () => {
    const { page, context } = await shopper(browser, product)
    await openChat(page)
    const drawer = page.getByRole('dialog')
    await drawer
      .getByText(/sign in/i)
      .first()
      .waitFor()
    expect(await drawer.getByRole('tab', { name: 'Chat' }).count()).toBe(0)
    expect(await drawer.getByRole('textbox').count()).toBe(0)
    await context.close()
  })

  it('W-1b a shopper who is quicker than the shop’s server is not taken for a visitor', async () => {
    const { page, context } = await shopper(browser, product, 'Meera Nair')
    let answer = () => {}
    const asked = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/hub-token', async (route) => {
      await asked
      await route.continue()
    })
    await page.reload({ waitUntil: 'commit' })
    await page.getByRole('button', { name: 'Chat', exact: true }).click()
    answer()
    await page.getByRole('textbox', { name: 'Write a message' }).waitFor()
    expect(await page.getByRole('tab', { name: 'Chat' }).count()).toBe(1)
    await context.close()
  })

  it('W-3a W-4a W-5a W-8a W-9a R-13a from the welcome to the seen mark, over a reload and a page, to a new ticket', async () => {
    const desk = await agent(browser, product)
    const { page, context } = await shopper(browser, product, 'Mireille')
    await page.getByText('Questions about sizes, glazes or delivery?').first().waitFor()
    await openChat(page)
    const drawer = page.getByRole('dialog')
    await drawer.getByText('Questions about sizes, glazes or delivery?').waitFor()
    expect(await drawer.getByRole('link', { name: /privacy/i }).getAttribute('href')).toBe(`${product.store}/privacy`)
    expect(await drawer.getByRole('link', { name: /terms/i }).getAttribute('href')).toBe(`${product.store}/terms`)

    await write(page, 'My plate arrived with a crack.')
    await thread(page).getByText('One of us answers within a few minutes.').waitFor()
    expect(await drawer.getByRole('link', { name: /privacy/i }).count()).toBe(0)

    // The agent has it without a reload.
    await openTicket(desk.page, 'Mireille Fontaine')
    await thread(desk.page).getByText('My plate arrived with a crack.').waitFor()
    await answer(desk.page, 'I send you a new one today.')
    await thread(page).getByText('I send you a new one today.').waitFor()
    await thread(desk.page).getByText(/Seen/).waitFor()

    await page.reload()
    await openChat(page)
    await thread(page).getByText('I send you a new one today.').waitFor()
    await page.goto(`${product.store}/shipping-returns`)
    await openChat(page)
    await thread(page).getByText('My plate arrived with a crack.').waitFor()

    // W-6: ended, readable, and not to be reopened; what is written next is a new conversation.
    await page.getByRole('button', { name: 'Chat menu' }).click()
    await page.getByRole('menuitem', { name: /End/ }).click()
    await drawer.getByRole('button', { name: /End/ }).click()
    await drawer.getByRole('button', { name: 'Start a new chat' }).waitFor()
    await thread(page).getByText('I send you a new one today.').waitFor()
    await page.reload()
    await openChat(page)
    await drawer.getByText('Questions about sizes, glazes or delivery?').waitFor()
    expect(await drawer.getByText('I send you a new one today.').count()).toBe(0)
    await write(page, 'And do you sell the bowl alone?')
    await thread(page).getByText('One of us answers within a few minutes.').waitFor()

    // The agent finds both, the old one by its status.
    const list = desk.page.getByRole('region', { name: 'Tickets', exact: true })
    await list.getByText('And do you sell the bowl alone?').waitFor()
    await desk.page.goto(`${product.desk}/inbox/all?status=closed`)
    await list.getByRole('link', { name: /Mireille Fontaine/ }).click()
    await thread(desk.page).getByText('I send you a new one today.').waitFor()
    expect(await desk.page.getByRole('textbox', { name: 'Reply' }).count()).toBe(0)
    await Promise.all([context.close(), desk.context.close()])
  })

  it('W-8b outside office hours the other answer comes; without any hours none', async () => {
    await product.setClock(outOfHours)
    const tom = await shopper(browser, product, 'Tom Ashworth')
    await openChat(tom.page)
    await write(tom.page, 'Are you still there?')
    await thread(tom.page).getByText('We are at home now').waitFor()

    const owner = await agent(browser, product, 'owner@demo.example')
    await owner.page.goto(`${product.desk}/inbox/settings/web-chat`)
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']) {
      const hours = owner.page.getByRole('group', { name: day })
      const remove = hours.getByRole('button', { name: /^Delete/ })
      await remove.first().waitFor()
      for (let left = await remove.count(); left > 0; left--) await remove.first().click()
    }
    await owner.page.getByRole('button', { name: 'Save' }).click()
    await owner.page.getByRole('button', { name: 'Save' }).waitFor({ state: 'hidden' })

    const meera = await shopper(browser, product, 'Meera Nair')
    await openChat(meera.page)
    await write(meera.page, 'Do you wrap presents?')
    await openTicket(owner.page.url().includes('settings') ? await allTickets(owner.page) : owner.page, 'Meera Nair')
    await thread(owner.page).getByText('Do you wrap presents?').waitFor()
    expect(await thread(owner.page).getByText('Automatic').count()).toBe(0)
    expect(
      await thread(meera.page)
        .getByText(/Automatic/)
        .count(),
    ).toBe(0)
    await Promise.all([tom.context.close(), meera.context.close(), owner.context.close()])
  })

  it('S-10a a closed ticket shows it on its row, and S-4a the blue dot goes when somebody opens the ticket', async () => {
    const desk = await agent(browser, product)
    const { page, context } = await shopper(browser, product, 'Hannes Brandt')
    await openChat(page)
    await write(page, 'Guten Morgen, kommt die Lampe noch vor Weihnachten?')
    const row = desk.page
      .getByRole('region', { name: 'Tickets', exact: true })
      .getByRole('link', { name: /Hannes Brandt/ })
    await row.filter({ hasText: 'Lampe' }).waitFor()
    expect(await row.getAttribute('aria-label').then((label) => label ?? row.textContent())).toMatch(/Hannes/)
    await row.getByText(/unread/i).waitFor({ state: 'attached' })
    await row.click()
    await row.getByText(/unread/i).waitFor({ state: 'detached' })
    await desk.page.getByRole('button', { name: 'Close', exact: true }).click()
    await row.getByRole('img', { name: /closed/i }).waitFor()
    await page.getByRole('button', { name: 'Start a new chat' }).waitFor()
    await Promise.all([context.close(), desk.context.close()])
  })
})

async function allTickets(page: Page) {
  await page.getByRole('link', { name: /All tickets/ }).click()
  return page
}
