import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { agent, openBrowser, openChat, shopper, thread, write } from './people.ts'
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

const list = (page: Page) => page.getByRole('region', { name: 'Tickets', exact: true })
const row = (page: Page, name: RegExp) => list(page).getByRole('link', { name })
const views = (page: Page) => page.getByRole('navigation', { name: 'Main' })

/** A customer of the demo store says something in the chat. */
async function says(name: string, text: string) {
  const customer = await shopper(browser, product, name)
  await openChat(customer.page)
  await write(customer.page, text)
  return customer
}

describe('views', () => {
  it('S-5 S-6 what one agent filters, saves and shares, another one sees, live, and by keyboard', async () => {
    const owner = await agent(browser, product, 'owner@demo.example')
    const jonas = await agent(browser, product)
    const hannes = await says('Hannes Brandt', 'Wo bleibt mein Paket?')
    await row(owner.page, /Hannes/).waitFor()

    // By keyboard alone: the panel of filters, one of them, and back.
    await owner.page.getByRole('button', { name: 'Filter', exact: true }).focus()
    await owner.page.keyboard.press('Enter')
    await owner.page.getByRole('checkbox', { name: 'Web chat' }).waitFor()
    await expect.poll(() => owner.page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('checkbox')
    await owner.page.keyboard.press('Space')
    await owner.page.waitForURL(/channel=web_chat/)
    expect(await objections(owner.page)).toEqual([])
    await owner.page.keyboard.press('Escape')
    await expect.poll(() => owner.page.evaluate(() => document.activeElement?.textContent)).toMatch(/Filter/)
    await owner.page.getByRole('button', { name: 'Unread', exact: true }).click()
    await row(owner.page, /Hannes/).waitFor()

    await owner.page.getByRole('button', { name: 'Save view' }).click()
    await owner.page.getByLabel('Name', { exact: true }).fill('Chats to read')
    await owner.page.getByRole('checkbox', { name: /Share it/ }).check()
    expect(await objections(owner.page)).toEqual([])
    await owner.page.getByRole('button', { name: 'Save', exact: true }).click()
    await owner.page.waitForURL(/\/inbox\/view\/[0-9a-f-]{36}$/)
    await owner.page.getByRole('heading', { name: 'Chats to read' }).waitFor()

    // The colleague has it at once, counted, and it stays live under its filter.
    await views(jonas.page)
      .getByRole('link', { name: /Chats to read/ })
      .click()
    await jonas.page.getByRole('heading', { name: 'Chats to read' }).waitFor()
    await row(jonas.page, /Hannes/).waitFor()
    const tom = await says('Tom Ashworth', 'Does the jug fit into a dishwasher?')
    await row(jonas.page, /Tom Ashworth/).waitFor()
    await row(jonas.page, /Hannes/).click()
    await thread(jonas.page).getByText('Wo bleibt mein Paket?').waitFor()
    // Read by one is read for all: it leaves the owner's list, where nobody looks at it.
    await row(owner.page, /Tom Ashworth/).waitFor()
    await expect.poll(() => row(owner.page, /Hannes/).count()).toBe(0)
    expect(await objections(jonas.page)).toEqual([])

    // Whoever may not change shared views is not offered to; and a view that is deleted says so.
    await jonas.page.getByRole('button', { name: 'This view' }).click()
    expect(await jonas.page.getByRole('menuitem', { name: /Delete/ }).count()).toBe(0)
    await jonas.page.keyboard.press('Escape')
    await owner.page.getByRole('button', { name: 'This view' }).click()
    await owner.page.getByRole('menuitem', { name: 'Delete the view' }).click()
    await owner.page.getByRole('dialog').getByRole('button', { name: 'Delete the view' }).click()
    await jonas.page.getByRole('heading', { name: 'This view is gone' }).waitFor()
    await jonas.page.getByRole('button', { name: 'Show all tickets' }).click()
    await row(jonas.page, /Hannes/).waitFor()
    for (const { context } of [owner, jonas, hannes, tom]) await context.close()
  })

  it('S-6 a search finds words in a thread, marks them, and opens the ticket there', async () => {
    const jonas = await agent(browser, product)
    const hannes = await says('Hannes Brandt', 'Ich suche die grüne Gießkanne aus dem Schaufenster.')
    for (let n = 1; n <= 12; n++) await write(hannes.page, `Und noch eine Zeile, Nummer ${n}.\n\n\nSo lang wie nötig.`)
    await thread(hannes.page).getByText('Nummer 12').waitFor()
    await row(jonas.page, /Nummer 12/).waitFor()

    await jonas.page.keyboard.press('f')
    const field = jonas.page.getByRole('searchbox', { name: 'Search tickets' })
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true)
    await field.pressSequentially('grune giess')
    await jonas.page.waitForURL(/q=grune/)
    const hit = row(jonas.page, /Hannes/)
    await hit.locator('mark', { hasText: 'Gieß' }).waitFor()
    expect(await hit.locator('mark').allTextContents()).toEqual(['grüne', 'Gieß'])
    await jonas.page.keyboard.press('ArrowDown')
    await jonas.page.keyboard.press('Enter')
    // Not at the end of the thread: at what was found.
    const said = thread(jonas.page).getByText('Ich suche die grüne Gießkanne')
    await said.waitFor()
    await expect
      .poll(() =>
        said.evaluate((one) => {
          const { top, bottom } = one.getBoundingClientRect()
          return top > 0 && bottom < innerHeight
        }),
      )
      .toBe(true)
    const marked = () =>
      jonas.page.evaluate(() =>
        [...(CSS.highlights.get('hub-search') ?? [])].map(
          ({ startContainer, startOffset, endOffset }) =>
            startContainer.textContent?.slice(startOffset, endOffset) ?? '',
        ),
      )
    await expect.poll(marked).toEqual(expect.arrayContaining(['grüne', 'Gieß']))
    expect(await objections(jonas.page)).toEqual([])

    // More of the same may come while one looks.
    await write(hannes.page, 'Die grüne Gießkanne, bitte.')
    await list(jonas.page).getByText('There may be newer ones.').waitFor()
    await list(jonas.page).getByRole('button', { name: 'Search again' }).click()
    await hit.getByText('bitte').waitFor()
    await field.fill('?!')
    await list(jonas.page).getByText('There is no word or number in this to look for.').waitFor()
    await field.fill('nobody said this')
    await list(jonas.page).getByText('Nothing found').waitFor()
    expect(await objections(jonas.page)).toEqual([])
    await field.press('Escape')
    await row(jonas.page, /Hannes/)
      .first()
      .waitFor()
    for (const { context } of [jonas, hannes]) await context.close()
  })
})
