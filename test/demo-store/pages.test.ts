import { expect, it } from 'vitest'
import { emptyFolder, openStore, put, shopper } from './shopper.ts'

const hostile = `"><script>alert('x')</script>&amp;`

it('shows hostile names and search words as text', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  const found = await who.read(`/search?q=${encodeURIComponent(hostile)}`)
  await who.post('/sign-in/new', { name: hostile, email: 'x@letters.example' })
  const refused = await (await who.post('/sign-in/new', { name: hostile, email: hostile })).text()
  for (const page of [found, await who.read('/account'), refused]) {
    expect(page).not.toContain("<script>alert('x')")
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;')
  }
})

it('refuses posts that do not come from its own pages', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  const form = { customer: 'tw-1001' }
  for (const headers of [{ origin: 'http://evil.example' }, { origin: 'null' }, { origin: `${url}.evil.example` }]) {
    const answer = await who.post('/sign-in', form, headers)
    expect(answer.status).toBe(403)
    expect(who.cookie).toBe('')
  }
  const bare = (headers: Record<string, string>) =>
    fetch(`${url}/sign-in`, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' })
  expect((await bare({})).status).toBe(403)
  expect((await bare({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
})

it('embeds the hub in the head of every page, under a policy without inline anything', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  const paths = ['/', '/table', '/linen', '/light', '/workshop', '/products/dinner-plate', '/search?q=mug', '/basket']
  for (const path of [...paths, '/sign-in', '/about', '/shipping-returns', '/terms', '/privacy', '/nowhere']) {
    const response = await who.open(path)
    expect(response.status).toBe(path === '/nowhere' ? 404 : 200)
    const page = await response.text()
    const head = page.slice(0, page.indexOf('</head>'))
    expect(head).toContain('<script async src="http://desk.example:3000/hub.js"></script>')
    expect(head).toMatch(/<script src="\/shop\.js\?v=[\w-]+"><\/script>/)
    expect(page).not.toMatch(/ style=| on\w+=|<style|<script>/)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("script-src 'self' http://desk.example:3000;")
    expect(policy).toContain("connect-src 'self' http://desk.example:3000 ws://desk.example:3000;")
    expect(policy).not.toContain('unsafe')
    // The desk names our pictures so, also to a page that was opened as localhost.
    expect(policy).toMatch(new RegExp(`img-src [^;]* ${url};`))
  }
})

it('serves every file that its pages name', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  await put(who, 'tapers', 'honey', '6')
  const files = new Set<string>()
  for (const path of ['/', '/table', '/linen', '/light', '/workshop', '/products/tapers?finish=clay', '/basket'])
    for (const [, file] of (await who.read(path)).matchAll(/(?:src|href)="(\/[^"]+\?v=[^"]+)"/g)) files.add(file ?? '')
  expect(files.size).toBeGreaterThan(25)
  for (const file of files) {
    const response = await who.open(file)
    expect({ file, status: response.status }).toEqual({ file, status: 200 })
    expect(response.headers.get('cache-control')).toContain('immutable')
  }
})

it('lets pages of other origins show its pictures: the orders in the hub name them by the shop’s own address', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  const picture = /src="(\/pictures\/[^"]+)"/.exec(await who.read('/table'))?.[1] ?? ''
  const { headers } = await who.open(picture)
  expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
})

it('leads nowhere that is not there', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  const seen = new Set<string>()
  const toRead = ['/']
  for (let path = toRead.pop(); path !== undefined; path = toRead.pop()) {
    if (seen.has(path)) continue
    seen.add(path)
    const response = await who.open(path)
    expect({ path, there: [200, 303].includes(response.status) }).toEqual({ path, there: true })
    for (const [, link] of (await response.text()).matchAll(/<a [^>]*href="(\/[^"#]*)"/g))
      toRead.push((link ?? '').replaceAll('&amp;', '&'))
  }
  expect(seen.size).toBeGreaterThan(35)
})

it.each([
  ['candles', 'Beeswax candle'],
  ['CUPS', 'Morning mug'],
  ['blue plate', 'Dinner plate'],
  ['kintsugi', 'Mending kit'],
])('finds by “%s” the %s', async (words, name) => {
  const { url } = await openStore(await emptyFolder())
  expect(await shopper(url).read(`/search?q=${encodeURIComponent(words)}`)).toContain(`>${name}</a>`)
})

it('says so when nothing is found', async () => {
  const { url } = await openStore(await emptyFolder())
  expect(await shopper(url).read('/search?q=bicycle')).toContain('Nothing here is called')
})

it('answers that it is well, and survives requests that make no sense', async () => {
  const { url } = await openStore(await emptyFolder())
  const who = shopper(url)
  expect(await (await who.open('/healthz')).json()).toEqual({ ok: true })
  expect((await who.open('/products/%E0%A4%A')).status).toBe(400)
  expect((await who.open('/products/__proto__')).status).toBe(404)
  expect((await who.open('/products/dinner-plate?finish[]=x&size=__proto__')).status).toBe(200)
  expect((await who.post('/basket/add', { slug: 'x'.repeat(30_000) })).status).toBe(413)
  expect((await who.post('/basket/add', { slug: 'constructor', finish: '', size: '' })).status).toBe(303)
  expect((await who.open('/orders/__proto__')).status).toBe(303)
  expect((await who.open('/')).status).toBe(200)
})
