import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type Page as BrowserPage } from 'playwright-core'

export type Page = {
  page: BrowserPage
  url: string
  /** What was asked of the desk, and of anybody else by an empty page, in order: `script`, `fetch`, `font`, `websocket` … */
  requests: string[]
}

export type Pages = {
  /** For a fresh browser: a page that is blank, or blank but for our script tag. */
  open<Result>(kind: 'blank' | 'embedded', use: (page: Page) => Promise<Result>): Promise<Result>
  /** For one that has signed in to the demo store: its home page, with a token and without a conversation. */
  openSignedIn<Result>(use: (page: Page) => Promise<Result>): Promise<Result>
}

/** Runs `use` with a desk and its demo store (HUB_URL and STORE_URL, else started for this), and a shop of empty pages. */
export async function withPages<Result>(use: (pages: Pages) => Promise<Result>): Promise<Result> {
  const desk = await openDesk()
  const shop = createServer((request, response) => {
    const script = request.url === '/embedded' ? `<script async src="${desk.url}/hub.js"></script>` : ''
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="en"><title>Shop</title><link rel="icon" href="data:,">${script}<p>Shop`)
  })
  shop.listen(0, '127.0.0.1')
  await once(shop, 'listening')
  const address = shop.address()
  if (address === null || typeof address === 'string') throw new Error('the shop has no port')
  const origin = `http://127.0.0.1:${address.port}`
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    return await use({
      open: (kind, act) => inFreshPage(browser, `${origin}/${kind}`, act),
      openSignedIn: (act) =>
        inFreshPage(browser, `${desk.store}/`, async ({ page, url, requests }) => {
          await page.goto(`${desk.store}/sign-in`)
          await page.getByRole('button', { name: /Tom Ashworth/ }).click()
          await page.waitForURL('**/account')
          await page.waitForLoadState('networkidle')
          requests.length = 0
          return act({ page, url, requests })
        }),
    })
  } finally {
    await browser.close()
    shop.close()
    await desk.close()
  }
}

async function openDesk(): Promise<{ url: string; store: string; close(): Promise<void> }> {
  const { HUB_URL: url, STORE_URL: store } = process.env
  return url && store ? { url, store, close: async () => undefined } : startDesk()
}

async function inFreshPage<Result>(
  browser: Browser,
  url: string,
  act: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const requests: string[] = []
  page.on('request', (request) => {
    // The demo store's own pictures and styles are none of ours.
    if (!request.url().startsWith(new URL(url).origin) && !request.url().startsWith('data:')) {
      requests.push(request.resourceType())
    }
  })
  page.on('websocket', () => requests.push('websocket'))
  try {
    return await act({ page, url, requests })
  } finally {
    await context.close()
  }
}

const anyPorts = { PORT: '0', STORE_PORT: '0', SANDBOX_PORT: '0', SMTP_PORT: '0', SANDBOX_SMTP_PORT: '0' }

/** A desk of its own, with the whole product around it; `dataDir` is where its data lies until it is closed. */
export async function startDesk(): Promise<{ url: string; store: string; dataDir: string; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-bench-'))
  const child = spawn(process.execPath, ['server/start.mjs'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // A build in this process has called it production, where nobody may try things out.
    env: { ...process.env, NODE_ENV: 'test', DATA_DIR: folder, ...anyPorts },
  })
  const close = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    await rm(folder, { recursive: true, force: true })
  }
  try {
    return { ...(await addressesOf(child)), dataDir: folder, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function addressesOf({ stdout }: ChildProcess): Promise<{ url: string; store: string }> {
  if (!stdout) throw new Error('npm start has no output')
  for await (const line of createInterface({ input: stdout })) {
    const [, url, store] = /^ready .*\bdesk=(\S+) store=(\S+)/.exec(line) ?? []
    if (url && store) return { url, store }
  }
  throw new Error('npm start ended before it was ready')
}
