import { expect, it } from 'vitest'
import { parsePage } from '../../../../server/channels/shop-page/parse-page.ts'

const at = 'https://shop.example/a/page'
const sources = (html: string) => parsePage(html, at).scripts.map(({ src }) => src)

it.each([
  ['<script async src="https://desk.example/hub.js"></script>', ['https://desk.example/hub.js']],
  ["<SCRIPT ASYNC SRC = 'https://desk.example/hub.js' ></SCRIPT >", ['https://desk.example/hub.js']],
  ['<script src=//desk.example/hub.js></script>', ['https://desk.example/hub.js']],
  ['<script\n  data-a="x > y"\n  src="../hub.js?a=1&amp;b=2"\n></script>', ['https://shop.example/hub.js?a=1&b=2']],
  ['<base href="/deep/er/"><script src="hub.js"></script>', ['https://shop.example/deep/er/hub.js']],
  ['<!-- <script src="https://desk.example/hub.js"></script> -->', []],
  ['<script>document.write(\'<script src="https://desk.example/hub.js">\')</script>', []],
  ['<textarea><script src="https://desk.example/hub.js"></script></textarea>', []],
  ['<noscript><script src="https://desk.example/hub.js"></script></noscript>', []],
  ['<scripts src="https://desk.example/hub.js"></scripts>', []],
  ['<script data-src="https://desk.example/hub.js"></script>', []],
  ['<script src="http://["></script><script src="/b.js"></script>', ['https://shop.example/b.js']],
  ['<p title="<script src=\'/no.js\'></script>"><script src="/b.js"></script>', ['https://shop.example/b.js']],
  ['<!-- never closed <script src="/b.js"></script>', []],
  ['<script src="/b.js">never closed', ['https://shop.example/b.js']],
  ['<script src="/b.js', []],
  ['<p title="<!--"><script src="/b.js"></script>', ['https://shop.example/b.js']],
  ['1 < 2 <script src="/b.js"></script>', ['https://shop.example/b.js']],
])('finds the script tags that a browser would: %s', (html, expected) => {
  expect(sources(html)).toEqual(expected)
})

it('reads type, nonce and the policies of meta tags', () => {
  const html = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
    <meta content="no policy" name="description"><script type="text/plain" nonce=abc src=/hub.js></script>`
  expect(parsePage(html, at)).toEqual({
    scripts: [{ src: 'https://shop.example/hub.js', type: 'text/plain', nonce: 'abc' }],
    policies: ["default-src 'none'"],
  })
})

// With the square of the length it would take minutes, and the test's own limit would end it.
it('S18 walks through megabytes of nonsense without stopping', () => {
  for (const part of [
    '<script ',
    '<script a="',
    "<meta a='",
    '<!--',
    '<script src=x>',
    '<meta a = ',
    '< script',
    '<title>',
  ]) {
    expect(parsePage(part.repeat(400_000), at).policies).toEqual([])
  }
})
