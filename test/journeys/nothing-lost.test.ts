import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, readFile, rm } from 'node:fs/promises'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quickFolder } from '../database/quick-folder.ts'
import { agent, answer, chromiumFlags, openBrowser, openChat, openTicket, shopper, thread, write } from './people.ts'
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

/** A browser with a profile on the disk, in a process of its own that can be killed. */
async function ownBrowser(profile: string): Promise<{ child: ChildProcess; browser: Browser }> {
  const flags = [...chromiumFlags, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`]
  const child = spawn(process.env.CHROMIUM ?? '/usr/bin/chromium', [...flags, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = /DevTools listening on (\S+)/.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('close', () => reject(new Error(`The browser ended:\n${said}`)))
  })
  return { child, browser: await chromium.connectOverCDP(address) }
}

async function signedIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${product.store}/sign-in`)
  await page.getByRole('button', { name: /Hannes Brandt/ }).click()
  await page.waitForURL('**/account')
  return page
}

/** Has the browser written this into the profile's storage? It does so when it likes. */
async function isOnDisk(profile: string, text: string): Promise<boolean> {
  const folder = `${profile}/Default/Local Storage/leveldb`
  const names = await readdir(folder).catch(() => [])
  const files = await Promise.all(names.map((name) => readFile(`${folder}/${name}`)))
  return files.some((bytes) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
}

describe('nothing a person typed is lost', () => {
  it('W-13a a message written offline survives the kill of the browser, and arrives once', async () => {
    const profile = await quickFolder('hub-profile-')
    const first = await ownBrowser(profile)
    const context = first.browser.contexts()[0]
    if (context === undefined) throw new Error('a browser without a profile')
    const page = await signedIn(context)
    await openChat(page)
    await page.getByRole('textbox', { name: 'Write a message' }).waitFor()
    await context.setOffline(true)
    await write(page, 'Written before the lights went out')
    await thread(page).getByText('Written before the lights went out').waitFor()
    await expect.poll(() => isOnDisk(profile, 'before the lights went out'), { timeout: 30_000 }).toBe(true)
    const gone = new Promise((resolve) => first.child.once('close', resolve))
    first.child.kill('SIGKILL')
    await gone

    const desk = await agent(browser, product)
    const second = await ownBrowser(profile)
    // The browser writes cookies down when it likes, too: it may have forgotten who he is.
    const back = await signedIn(second.browser.contexts()[0] ?? (await second.browser.newContext()))
    await openChat(back)
    await openTicket(desk.page, 'Hannes Brandt')
    for (const one of [back, desk.page]) {
      await thread(one).getByText('Written before the lights went out').waitFor()
      expect(await thread(one).getByText('Written before the lights went out').count()).toBe(1)
    }
    const closed = new Promise((resolve) => second.child.once('close', resolve))
    await second.browser.close()
    second.child.kill('SIGTERM')
    await closed
    await desk.context.close()
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  it('W-13a a message written offline is sent once when the connection is back, also over a reload', async () => {
    const desk = await agent(browser, product)
    const { page, context } = await shopper(browser, product, 'Beatriz Sequeira')
    await openChat(page)
    await write(page, 'Bom dia!')
    await openTicket(desk.page, 'Beatriz Sequeira')
    await thread(desk.page).getByText('Bom dia!').waitFor()

    await context.setOffline(true)
    await write(page, 'Written on the train')
    await thread(page).getByText('Written on the train').waitFor()
    expect(await thread(desk.page).getByText('Written on the train').count()).toBe(0)
    await context.setOffline(false)
    await thread(desk.page).getByText('Written on the train').waitFor()

    // The desk cannot be reached, and the page goes while the words wait.
    await context.route(`${product.desk}/socket/**`, (route) => route.abort())
    await context.routeWebSocket(/socket\/customer/, (socket) => void socket.close())
    await page.reload()
    await openChat(page)
    await write(page, 'Written before the page went')
    await page.close()
    const fresh = await browser.newContext({ storageState: await context.storageState() })
    await context.close()
    const back = await fresh.newPage()
    await back.goto(product.store)
    await openChat(back)
    await thread(desk.page).getByText('Written before the page went').waitFor()
    await thread(back).getByText('Written before the page went').waitFor()
    expect(await thread(desk.page).getByText('Written before the page went').count()).toBe(1)
    expect(await thread(back).getByText('Written before the page went').count()).toBe(1)
    await Promise.all([fresh.close(), desk.context.close()])
  })

  it('W-5a the chat goes on where the network lets no WebSocket through', async () => {
    const { page, context } = await shopper(browser, product, 'Hannes Brandt')
    await context.routeWebSocket(/socket\/customer/, (socket) => void socket.close())
    const desk = await agent(browser, product)
    await page.reload()
    await openChat(page)
    await write(page, 'Kommt das auch so an?')
    await openTicket(desk.page, 'Hannes Brandt')
    await thread(desk.page).getByText('Kommt das auch so an?').waitFor()
    await answer(desk.page, 'Ja, auch so.')
    await thread(page).getByText('Ja, auch so.').waitFor()
    expect(await thread(page).getByText('Kommt das auch so an?').count()).toBe(1)
    await Promise.all([context.close(), desk.context.close()])
  })

  it('T-1d two tabs write at once into one conversation, and both show all of it once', async () => {
    const desk = await agent(browser, product)
    const { page, tab, context } = await shopper(browser, product, 'Meera Nair')
    const other = await tab('/products')
    await Promise.all([openChat(page), openChat(other)])
    await Promise.all([write(page, 'from the first tab'), write(other, 'from the second tab')])
    for (const one of [page, other]) {
      await thread(one).getByText('from the first tab').waitFor()
      await thread(one).getByText('from the second tab').waitFor()
    }
    await openTicket(desk.page, 'Meera Nair')
    for (const text of ['from the first tab', 'from the second tab']) {
      await thread(desk.page).getByText(text).waitFor()
      expect(await thread(desk.page).getByText(text).count()).toBe(1)
    }
    await answer(desk.page, 'Hello to both of you')
    for (const one of [page, other]) await thread(one).getByText('Hello to both of you').waitFor()

    // W-1: signing out in one tab ends the chat in all of them, an open one too.
    await other.goto(`${product.store}/account`)
    await other.getByRole('button', { name: 'Sign out' }).click()
    await thread(page).waitFor({ state: 'detached' })
    await openChat(page)
    expect(await thread(page).count()).toBe(0)
    await Promise.all([context.close(), desk.context.close()])
  })

  it('S-9c a blocked shopper is not told, and their words reach no screen', async () => {
    const desk = await agent(browser, product)
    const { page, context } = await shopper(browser, product, 'Tom Ashworth')
    await openChat(page)
    await write(page, 'Something rude')
    await openTicket(desk.page, 'Tom Ashworth')
    await desk.page.getByRole('button', { name: 'More' }).click()
    await desk.page.getByRole('menuitem', { name: 'Block the customer' }).click()
    await desk.page
      .getByRole('alertdialog')
      .or(desk.page.getByRole('dialog'))
      .getByRole('button', { name: /Block/ })
      .click()
    await page.getByRole('button', { name: 'Start a new chat' }).click()
    await write(page, 'Something ruder')
    await thread(page).getByText('Something ruder').waitFor()
    await thread(page)
      .getByText(/Sent|Delivered/)
      .waitFor()
    await page.reload()
    await openChat(page)
    await page.getByRole('textbox', { name: 'Write a message' }).waitFor()
    expect(await page.getByRole('dialog').getByText('Something ruder').count()).toBe(0)
    expect(
      await desk.page.getByRole('region', { name: 'Tickets', exact: true }).getByText('Something ruder').count(),
    ).toBe(0)
    await Promise.all([context.close(), desk.context.close()])
  })
})
