import { describe, expect, it } from 'vitest'
import { type LookRules, lookAtPage } from '../../../../server/channels/shop-page/look-at-page.ts'
import { type Behaviour, nobodysUrl, type Received, startProvider } from '../provider.ts'

const limits = { local: true, timeoutMs: 5_000, maxBytes: 10_000 }
const html = { 'content-type': 'text/html; charset=utf-8' }
const page = (body: string, headers: Record<string, string> = {}): Behaviour => ({
  status: 200,
  body,
  headers: { ...html, ...headers },
})

async function look(
  behave: Behaviour | ((received: Received) => Behaviour),
  path = '/',
  rules: (url: string) => Partial<LookRules> = () => ({}),
) {
  const { url, received } = await startProvider(behave)
  return { looked: await lookAtPage(url + path, { ...limits, storefronts: [url], ...rules(url) }), received, url }
}

describe('a look at a page of the shop', () => {
  it('notes its scripts and all its policies, of headers and of meta tags', async () => {
    const { looked, received, url } = await look(
      page('<meta http-equiv=content-security-policy content="img-src *"><script src="/hub.js"></script>', {
        'content-security-policy': "default-src 'self', script-src 'none'",
      }),
      '/shelf?a=1',
    )
    expect(looked).toEqual({
      kind: 'page',
      address: `${url}/shelf?a=1`,
      scripts: [{ src: `${url}/hub.js`, type: '', nonce: '' }],
      policies: ["default-src 'self'", " script-src 'none'", 'img-src *'],
    })
    expect(received).toMatchObject([{ method: 'GET', path: '/shelf?a=1', headers: { accept: 'text/html' } }])
    expect(received[0]?.headers).not.toHaveProperty('cookie')
  })

  it('S11 asks no origin but the shop’s own', async () => {
    const { looked, received } = await look(page(''), '/', () => ({ storefronts: ['https://shop.example'] }))
    expect([looked, received]).toEqual([{ kind: 'not_asked' }, []])
  })

  it('S11 goes where the shop sends visitors only if that is the shop’s own too', async () => {
    const other = await startProvider(page(''))
    const within = await look(({ path }) =>
      path === '/' ? { status: 302, body: '', headers: { location: '/en' } } : page('here'),
    )
    expect(within.looked).toMatchObject({ kind: 'page', address: `${within.url}/en` })
    const away = await look({ status: 301, body: '', headers: { location: `${other.url}/x` } })
    expect(away.looked).toEqual({ kind: 'elsewhere', origin: other.url })
    expect(other.received).toEqual([])
    const round = await look({ status: 302, body: '', headers: { location: '/' } })
    expect([round.looked, round.received.length]).toEqual([{ kind: 'circles' }, 5])
  })

  it('S11 looks at no address of a network of its own, whatever its name; on a developer’s machine at itself', async () => {
    const { looked, received } = await look(page(''), '/', () => ({ local: false }))
    expect([looked, received]).toEqual([{ kind: 'private' }, []])
    for (const address of ['10.0.0.1', '169.254.169.254', '192.168.1.1', '::ffff:127.0.0.1', 'fd00::1', '0.0.0.0']) {
      const rules = { ...limits, storefronts: ['https://shop.invalid'], resolve: async () => ['1.1.1.1', address] }
      expect(await lookAtPage('https://shop.invalid/', rules)).toEqual({ kind: 'private' })
    }
    // A public address, but no port where pages are.
    const odd = { ...limits, storefronts: ['https://shop.invalid:22'], resolve: async () => ['1.1.1.1'] }
    expect(await lookAtPage('https://shop.invalid:22/', odd)).toEqual({ kind: 'private' })
  })

  it('S11 goes where the name led when it was judged', async () => {
    const { url } = await startProvider(page('here'))
    const origin = url.replace('127.0.0.1', 'rebinding.invalid')
    const answers = [['127.0.0.1'], ['10.255.255.1']]
    const rules = { ...limits, storefronts: [origin], resolve: async () => answers.shift() ?? [] }
    expect(await lookAtPage(`${origin}/`, rules)).toMatchObject({ kind: 'page' })
    expect(answers).toHaveLength(1)
  })

  it('says what came instead of a page', async () => {
    expect((await look({ status: 503, body: '', headers: html })).looked).toEqual({ kind: 'status', status: 503 })
    expect((await look({ status: 200, body: '{}' })).looked).toEqual({ kind: 'no_html', type: 'application/json' })
    expect((await look(page('x', { 'content-encoding': 'br' }))).looked).toMatchObject({ kind: 'no_html' })
    expect((await look(page('x'.repeat(10_001)))).looked).toEqual({ kind: 'too_large' })
    expect((await look('break off')).looked).toMatchObject({ kind: 'unreachable' })
    const slow = await look('silence', '/', () => ({ timeoutMs: 200 }))
    const reason = slow.looked.kind === 'unreachable' ? slow.looked.reason : slow.looked.kind
    expect(reason).toContain('no answer within')
    const nobody = await nobodysUrl()
    expect(await lookAtPage(nobody, { ...limits, storefronts: [nobody] })).toMatchObject({ kind: 'unreachable' })
    const nameless = { ...limits, storefronts: ['https://shop.invalid'], resolve: async () => [] }
    expect(await lookAtPage('https://shop.invalid/', nameless)).toEqual({ kind: 'unknown_name' })
  })
})
