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

const visit = (kind: string, how?: string) => shop.visit(kind, how)

/** Computed styles of all of ours, in order, by tag and class. */
const ours = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('customer-hub')?.shadowRoot
    return [...(root?.querySelectorAll('*') ?? [])].map((element) => {
      const style = getComputedStyle(element)
      // A tenth of a pixel is how far a zoomed page rounds.
      const rounded = (value: string) =>
        value.replace(/-?\d+\.\d+/g, (number) => String(Math.round(Number(number) * 5) / 5))
      // Our root has no size, and stands where the page's own flow puts it; what is in it is placed by the window.
      const isRoot = element.className === 'hub'
      const names = [...style].filter(
        (name) => !name.startsWith('--') && !(isRoot && /^(inset|top|left|right|bottom)/.test(name)),
      )
      const all = names.map((name) => `${name}: ${rounded(style.getPropertyValue(name))}`)
      for (const pseudo of ['::before', '::after']) all.push(`${pseudo} ${getComputedStyle(element, pseudo).content}`)
      if (element.closest('.drawer')) all.push(`selected ${getComputedStyle(element, '::selection').backgroundColor}`)
      return { element: `${element.tagName}.${element.getAttribute('class') ?? ''}`, style: all }
    })
  })

const theirs = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, body, body *')]
      .filter((element) => element.tagName !== 'SCRIPT')
      .map((element) => {
        const style = getComputedStyle(element)
        const { x, y, width, height } = element.getBoundingClientRect()
        return [
          element.tagName,
          x,
          y,
          width,
          height,
          ...[...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).toSorted(),
        ]
      }),
  )

const bubble = (page: Page) => page.getByText('Hello! How can we help?').first()

describe('on a page that nobody touches', () => {
  it('costs a page with a token one script and one question, until somebody comes near (SPEED W1)', async () => {
    const page = await shop.context.newPage()
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().startsWith(shop.hub.url)) asked.push(new URL(request.url()).pathname)
    })
    await page.goto(`${shop.url}/blank/`)
    await bubble(page).waitFor()
    await page.waitForLoadState('networkidle')
    expect(asked).toEqual(['/hub.js', '/api/hub/session'])
    await page.locator('.launcher').hover()
    await eventually(() => expect(asked.filter((path) => /^\/h\/(control|mount)-/.test(path))).toHaveLength(2))
    await page.close()
  })
})

describe('on pages that fight it', () => {
  it('looks the same inside as on a blank page, launcher, bubble and drawer, and changes nothing outside', async () => {
    const looks = new Map<string, { closed: unknown; open: unknown }>()
    for (const kind of ['blank', 'everything', 'classless', 'wars']) {
      const page = await visit(kind)
      await bubble(page).waitFor()
      await page.mouse.move(2, 2)
      const closed = await ours(page)
      const bare = await visit(kind, 'bare')
      expect([kind, await theirs(page)]).toEqual([kind, await theirs(bare)])
      await bare.close()
      await openChat(page)
      await page.getByRole('tab', { name: 'Chat' }).click()
      await bubble(page).waitFor()
      await page.getByRole('textbox', { name: 'Write a message' }).focus()
      await page.mouse.move(2, 2)
      looks.set(kind, { closed, open: await ours(page) })
      await page.evaluate(() => localStorage.clear())
      await page.close()
    }
    for (const kind of looks.keys()) {
      expect([kind, looks.get(kind)]).toEqual([kind, looks.get('blank')])
    }
  })

  it('is as large, and in the same place, on a page that is zoomed, or moved, by its own style', async () => {
    const places: unknown[] = []
    for (const kind of ['blank', 'zoomed', 'moved']) {
      const page = await visit(kind)
      await page.getByRole('button', { name: 'Chat', exact: true }).waitFor()
      const closed = await page.locator('.launcher').boundingBox()
      await openChat(page)
      const open = await page.getByRole('dialog').boundingBox()
      places.push(
        JSON.parse(
          JSON.stringify([closed, open], (_key, value: unknown) =>
            typeof value === 'number' ? Math.round(value) : value,
          ),
        ),
      )
      await page.close()
    }
    expect(places[1]).toEqual(places[0])
    expect(places[2]).toEqual(places[0])
  })

  it('W-1b stands before all layers of the page, unless the page gives it one of its own', async () => {
    const page = await visit('wars')
    const launcher = page.locator('.launcher')
    const onTop = async () => {
      const { x, y, width, height } = (await launcher.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
      return page.evaluate(([at, of]) => document.elementFromPoint(at, of)?.localName, [
        x + width / 2,
        y + height / 2,
      ] as const)
    }
    await launcher.waitFor()
    // Later in the page, and as high as layers go.
    await page.evaluate(
      "document.documentElement.append(document.querySelector('#top')); document.querySelector('#top').style.zIndex = 2 ** 31 - 1",
    )
    expect(await onTop()).toBe('customer-hub')
    await page.evaluate(() => window.CustomerHub?.('update', { zIndex: 5 }))
    await eventually(async () => expect(await onTop()).toBe('div'))
    await page.close()
  })

  it('keeps what is typed in it from the page’s shortcuts, gets it in spite of them, and keeps the focus', async () => {
    const page = await visit('keys')
    await page.getByRole('button', { name: 'Chat', exact: true }).click()
    await page.getByRole('tab', { name: 'Chat' }).click()
    const field = page.getByRole('textbox', { name: 'Write a message' })
    await field.click()
    await page.keyboard.type('is it 3/4 size??')
    await page.keyboard.press('Backspace')
    expect(await field.inputValue()).toBe('is it 3/4 size?')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog', { name: 'Shop' }).or(page.locator('dialog.drawer')).waitFor({ state: 'detached' })
    const heard: unknown = await page.evaluate('heard')
    expect(heard).toEqual([])
    await page.close()
  })

  it('survives a single-page shop that replaces its body, its address, and then the whole document element', async () => {
    const page = await visit('blank')
    await openChat(page)
    await page.evaluate(() => {
      history.pushState({}, '', '/blank/next')
      document.body.replaceWith(document.createElement('body'))
      const html = document.createElement('html')
      html.append(document.createElement('head'), document.createElement('body'))
      document.documentElement.replaceWith(html)
    })
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Close' }).click()
    await openChat(page)
    expect(await page.locator('customer-hub').count()).toBe(1)
    expect(await page.evaluate(() => Object.keys(window).filter((name) => /hub/i.test(name)))).toEqual(['CustomerHub'])
    await page.close()
  })
})

describe('under a strict policy', () => {
  it.each(['strict', 'pinned'])(
    'opens and chats with the documented directives alone, without a report (%s)',
    async (how) => {
      const page = await visit('blank', how)
      const said: string[] = []
      page.on('console', (message) => said.push(message.text()))
      await openChat(page)
      await page.getByRole('tab', { name: 'Chat' }).click()
      await write(page, `Hello from a page that is ${how}`)
      await thread(page).getByText(`Hello from a page that is ${how}`).waitFor()
      await thread(page).getByText(/Sent/).last().waitFor()
      const violations: unknown = await page.evaluate('violations')
      expect([violations, said]).toEqual([[], []])
      await page.close()
    },
  )
})

describe('when something is wrong', () => {
  it('W-1b one shopper’s unsent words never appear as the next one’s', async () => {
    const page = await visit('blank')
    await openChat(page)
    await page.getByRole('tab', { name: 'Chat' }).click()
    const field = page.getByRole('textbox', { name: 'Write a message' })
    await field.fill('Zoe’s own half sentence')
    const next = await shop.hub.token('yuri')
    await page.evaluate((token) => window.CustomerHub?.('identify', token), next)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await openChat(page)
    await page.getByRole('tab', { name: 'Chat' }).click()
    expect(await field.inputValue()).toBe('')
    await write(page, 'Yuri’s words')
    await thread(page).getByText(/Sent/).waitFor()
    expect(await thread(page).getByText('Hello from a page').count()).toBe(0)
    const rows = await shop.hub.db
      .selectFrom('messages')
      .select('text')
      .where('text', 'like', '%half sentence%')
      .execute()
    expect(rows).toEqual([])
    await page.close()
  })

  it('says on the launcher that a part was blocked, or was somebody else’s page, and comes at the next click', async () => {
    const page = await shop.context.newPage()
    let isHtml = false
    await page.route('**/h/mount-*', (route) =>
      isHtml
        ? route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Sign in to the network' })
        : route.abort(),
    )
    await page.goto(`${shop.url}/blank/`)
    const launcher = page.locator('.launcher')
    for (const html of [false, true]) {
      isHtml = html
      await launcher.click()
      await page.getByText('This could not be loaded. Please check your connection, or reload the page.').waitFor()
      await page.getByRole('button', { name: 'Chat (!)' }).waitFor()
      await page.getByRole('button', { name: 'Close' }).click()
    }
    await page.unroute('**/h/mount-*')
    await launcher.click()
    await page.getByRole('dialog').waitFor()
    await page.locator('.launcher:not([data-n])').waitFor({ state: 'attached' })
    expect(await page.getByRole('dialog').count()).toBe(1)
    await page.close()
  })
})

describe('access', () => {
  it('fits 320 px and a doubled text size, keeps the focus, and is seen in forced colours', async () => {
    const page = await visit('blank')
    await page.setViewportSize({ width: 320, height: 480 })
    await openChat(page)
    await page.getByRole('tab', { name: 'Chat' }).click()
    const wide = () =>
      page.evaluate(() => {
        const root = document.querySelector('customer-hub')?.shadowRoot
        return [...(root?.querySelectorAll('.drawer, .drawer *') ?? [])]
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .map((element) => element.className)
      })
    expect(await wide()).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className)).toBe('launcher')
    await page.emulateMedia({ forcedColors: 'active' })
    const border = await page.locator('.launcher').evaluate((button) => getComputedStyle(button).borderTopColor)
    expect(border).not.toMatch(/, 0\)$/)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.launcher').isVisible()).toBe(false)
    await page.setViewportSize({ width: 1280, height: 860 })
    await page.close()
  })
})
