import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../eventually.ts'
import { openShop, type Shop } from './a-shop.ts'
import { openChat, thread, write } from './people.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

/** Opens a page, and hears what goes wrong on it. */
async function visit(kind: string): Promise<{ page: Page; said: string[] }> {
  const said: string[] = []
  const page = await shop.context.newPage()
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await page.goto(`${shop.url}/${kind}/`)
  return { page, said }
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('tab', { name: 'Chat' }).click()
  await write(page, text)
  await thread(page).getByText(text, { exact: true }).waitFor()
}

const stored = (text: string) => shop.hub.db.selectFrom('messages').select('id').where('text', '=', text).execute()

describe('on pages whose scripts, or whose browser, are against it', () => {
  it.each(['patched', 'frozen', 'blocked'])('W-1b chats, and nothing goes wrong on the page (%s)', async (kind) => {
    const { page, said } = await visit(kind)
    await openChat(page)
    await say(page, `Hello from a page that is ${kind}, "quoted"`)
    await eventually(async () => expect(await stored(`Hello from a page that is ${kind}, "quoted"`)).toHaveLength(1))
    await thread(page).getByText(/Sent/).last().waitFor()
    await page.getByRole('tab', { name: 'Home' }).click()
    await page.getByText('What can we do for you?').waitFor()
    expect(said).toEqual([])
    await page.close()
  })

  it('W-1b comes before a modal dialog of the page that asks for it, leaves it open, and comes back after one', async () => {
    const { page } = await visit('asks')
    await page.getByRole('button', { name: 'Chat', exact: true }).waitFor()
    await page.evaluate('basket.showModal()')
    await page.getByRole('button', { name: 'Ask us' }).click()
    await say(page, 'Is it in stock?')
    await page.keyboard.press('Escape')
    await page.locator('dialog.drawer').waitFor({ state: 'detached' })
    expect(await page.evaluate('basket.open + " " + document.activeElement.textContent')).toBe('true Ask us')

    await page.evaluate('basket.close()')
    await page.getByRole('button', { name: 'Chat', exact: true }).click()
    await page.getByRole('tab', { name: 'Chat' }).click()
    const field = page.getByRole('textbox', { name: 'Write a message' })
    await field.fill('Half a')
    await page.evaluate('basket.showModal()')
    await page.keyboard.press('Escape')
    await page.keyboard.type(' word')
    expect(await field.inputValue()).toBe('Half a word')
    await field.fill('')
    await page.close()
  })
})

it('W-1b works on after the page has written itself anew, which takes away all that listens', async () => {
  const { page } = await visit('blank')
  for (const text of ['Before it', 'And after it']) {
    await openChat(page)
    await say(page, text)
    await page.keyboard.press('Escape')
    await page.locator('.drawer').waitFor({ state: 'detached' })
    await page.evaluate(() => {
      document.open()
      document.write('<!doctype html><title>New</title><p>All new')
      document.close()
    })
  }
  await eventually(async () => expect(await stored('And after it')).toHaveLength(1))
  await page.close()
})

it('W-13 stays at the end of the thread when a picture grows in it, where browsers do not see to that (Safari)', async () => {
  const { page } = await visit('blank')
  await openChat(page)
  for (const n of [1, 2, 3, 4, 5]) await say(page, `Line ${n}\n\n\n\nand its end`)
  const toEnd = () => thread(page).evaluate((box) => Math.round(box.scrollHeight - box.scrollTop - box.clientHeight))
  await eventually(async () => expect(await toEnd()).toBe(0))
  await thread(page).evaluate((box) => {
    box.style.overflowAnchor = 'none'
    const picture = document.createElement('p')
    picture.style.height = '300px'
    box.querySelector('.bubble')?.append(picture)
  })
  await eventually(async () => expect(await toEnd()).toBe(0))
  await page.close()
})

describe('on a page that is left while it sends', () => {
  it.each(['reload()', 'assign("next")'])('W-13 the message arrives once (%s)', async (leave) => {
    const { page } = await visit('blank')
    await openChat(page)
    await page.getByRole('tab', { name: 'Chat' }).click()
    const field = page.getByRole('textbox', { name: 'Write a message' })
    await field.fill(`Sent while ${leave}`)
    await Promise.all([
      page.waitForEvent('load'),
      page.keyboard.press('Enter'),
      page.evaluate(`setTimeout(() => location.${leave})`),
    ])
    await page.getByRole('button', { name: /^Chat/ }).click()
    await page.getByRole('tab', { name: 'Chat' }).click()
    await eventually(async () => expect(await stored(`Sent while ${leave}`)).toHaveLength(1))
    await thread(page).getByText(/Sent/).last().waitFor()
    expect(await thread(page).getByText(`Sent while ${leave}`, { exact: true }).count()).toBe(1)
    await page.close()
  })
})

describe('in a tab that was left open while the desk was upgraded', () => {
  const anySite = { contentType: 'text/javascript', headers: { 'access-control-allow-origin': '*' } }
  const built = async (name: string) => (await shop.hub.get(`/h/${name}`)).text()
  const nameIn = (script: string, part: string) => new RegExp(`${part}-[\\w-]{8}\\.js`).exec(script)?.[0] ?? ''

  /** A page that has all scripts of a desk that is gone, until it comes to one of its parts. */
  async function leftOpen(gone: string): Promise<Page> {
    const page = await shop.context.newPage()
    let name = 'hub.js'
    let body = await (await shop.hub.get('/hub.js')).text()
    for (const part of ['control', 'mount', gone]) {
      const next = nameIn(body, part)
      const old = `${part}-0ldOld${next.slice(-5, -3)}.js`
      const answer = { ...anySite, body: body.replace(next, old) }
      await page.route(new RegExp(`/${name.replace('.', '\\.')}`), (route) => route.fulfill(answer), { times: 1 })
      if (part === gone) break
      name = old
      body = await built(next)
    }
    await page.goto(`${shop.url}/blank/`)
    await page.evaluate(() => {
      localStorage.clear()
      window.CustomerHub?.('update', { position: 'left' })
    })
    return page
  }

  it.each(['control', 'mount'])('W-1b opens the hub of now (without %s)', async (part) => {
    const page = await leftOpen(part)
    await page.evaluate("window.opened = 0; CustomerHub('on', 'open', () => opened++)")
    // Where a conversation runs, the launcher is exchanged by itself, maybe under the very click.
    await eventually(async () => {
      if (!(await page.locator('.drawer').count())) await page.locator('.launcher').click({ timeout: 1_000 })
      expect(await page.locator('.drawer').count()).toBe(1)
    })
    await say(page, `Is it still there without ${part}?`)
    await eventually(async () => expect(await stored(`Is it still there without ${part}?`)).toHaveLength(1))
    expect(await page.locator('customer-hub').count()).toBe(1)
    expect(await page.evaluate('opened')).toBe(1)
    expect((await page.locator('.drawer').boundingBox())?.x).toBeLessThan(100)
    await page.close()
  })

  it.each(['tabs', 'emoji'])(
    'W-1b puts the hub of now in the place of an open one, words and all (without %s)',
    async (part) => {
      const page = await leftOpen(part)
      await openChat(page)
      await page.getByRole('tab', { name: 'Chat' }).click()
      const field = page.getByRole('textbox', { name: 'Write a message' })
      await field.fill(`Half a sentence`)
      if (part === 'tabs') {
        await page.getByRole('tab', { name: 'Home' }).click()
        await page.getByRole('tab', { name: 'Chat', selected: true }).waitFor()
      } else {
        await page.getByRole('button', { name: 'Emoji' }).click()
        await page.getByText('There is a newer version of this chat.').waitFor()
        await page.getByRole('button', { name: 'Reload' }).click()
        await page.getByText('There is a newer version of this chat.').waitFor({ state: 'detached' })
      }
      await page.getByRole('tab', { name: 'Home' }).click()
      await page.getByText('What can we do for you?').waitFor()
      await page.getByRole('tab', { name: 'Chat' }).click()
      expect(await field.inputValue()).toBe('Half a sentence')
      expect(await page.locator('customer-hub').count()).toBe(1)
      await field.fill('')
      await page.close()
    },
  )
})
