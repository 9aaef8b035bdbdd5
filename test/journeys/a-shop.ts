import { once } from 'node:events'
import { createServer } from 'node:http'
import type { BrowserContext, Page } from 'playwright-core'
import { z } from 'zod'
import { type Installation, startInstallation } from '../server/installation.ts'
import { shopPage } from './hostile-pages.ts'
import { openBrowser } from './people.ts'

const pinned = z.object({ src: z.string(), integrity: z.string() })

export type Shop = {
  url: string
  hub: Installation
  /** A shopper's browser. */
  context: BrowserContext
  /** Opens one of the pages in hostile-pages.ts. `how`: `bare` without the hub, `strict` and `pinned` under a policy. */
  visit(kind: string, how?: string): Promise<Page>
  close(): Promise<void>
}

/** A shop of odd pages with the hub in them, a desk behind it, and a browser before it. Zoe is signed in there. */
export async function openShop(): Promise<Shop> {
  const [hub, browser] = await Promise.all([startInstallation(), openBrowser()])
  const server = createServer((request, response) => {
    const [, kind = '', how] = (request.url ?? '').split('/')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    answer(hub, kind, how).then(
      ({ page, policy }) => {
        if (policy) response.setHeader('content-security-policy', policy)
        response.end(page)
      },
      () => response.writeHead(500).end(),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the shop has no port')
  const url = `http://127.0.0.1:${address.port}`
  await hub.settings((settings) => ({ ...settings, general: { ...settings.general, storefronts: [url] } }))
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  return {
    url,
    hub,
    context,
    async visit(kind, how = '') {
      const page = await context.newPage()
      await page.goto(`${url}/${kind}/${how}`)
      return page
    },
    async close() {
      await browser.close()
      server.close()
      await hub.close()
    },
  }
}

/** The README’s policy, and nothing beside it but the page's own script and a rule that tightens it. */
const policyOf = (desk: string) =>
  `default-src 'none'; script-src ${desk} 'nonce-own'; connect-src ${desk} ${desk.replace('http', 'ws')}; ` +
  `require-trusted-types-for 'script'`

async function answer(hub: Installation, kind: string, how = ''): Promise<{ page: string; policy?: string }> {
  if (how === 'bare') return { page: shopPage(kind, '') }
  const { src, integrity } = pinned.parse(await (await hub.get('/hub.json')).json())
  const tag =
    how === 'pinned'
      ? `<script async src="${hub.url}${src}" integrity="${integrity}" crossorigin="anonymous"></script>`
      : `<script async src="${hub.url}/hub.js"></script>`
  const zoe = await hub.token('zoe')
  const boot = `<script nonce="own">
    window.violations = []
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => violations.push(violatedDirective + ' ' + blockedURI))
    window.CustomerHub ||= function () { (CustomerHub.q ||= []).push(arguments) }
    CustomerHub('boot', { token: '${zoe}' })
  </script>`
  const page = shopPage(kind, boot + tag)
  return how === 'strict' || how === 'pinned'
    ? { page: page.replace(/<link[^>]*>/, ''), policy: policyOf(hub.url) }
    : { page }
}
