import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { hubPolicy } from '../../../server/protocol/hub-policy.ts'
import { orderReports } from '../../../server/protocol/orders.ts'
import { refusedSources } from '../../../server/tickets/content-policy.ts'

const desk = 'https://desk.example.com'
const socket = 'wss://desk.example.com'
const page = 'https://shop.example/'
const tag = { src: `${desk}/hub.js`, type: '', nonce: 'r4nd0m' }

/** What a page with these policies lacks. */
const missing = (...policies: string[]) =>
  hubPolicy(desk).flatMap((needed) => refusedSources(policies, needed, page, tag).map((one) => [needed.directive, one]))
const all = [
  ['script-src', desk],
  ['connect-src', desk],
  ['connect-src', socket],
]

it('the line that the README and the desk show lets everything through, beside default-src none', () => {
  const line = hubPolicy(desk)
    .map(({ directive, sources }) => `${directive} ${sources.join(' ')}`)
    .join('; ')
  expect(missing(`default-src 'none'; ${line}`)).toEqual([])
  const [, shown] =
    /\*\*Content Security Policy\*\* of the shop's page: `([^`]*)`/.exec(readFileSync('README.md', 'utf8')) ?? []
  expect(shown?.replace(/\s+/g, ' ')).toBe(line)
})

it('the order in the README is one that the desk takes', () => {
  const [, shown = ''] = /```json\n(\{ "orders".*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? []
  expect(orderReports.parse(JSON.parse(shown)).orders[0]).toMatchObject({ number: '#1001', total: '116.00' })
})

it.each([
  ["default-src 'none'", all],
  ["default-src 'self'", all],
  ["img-src 'none'", []],
  ['', []],
  ['default-src *', [['connect-src', socket]].slice(1)],
  [`default-src ${desk}`, [['connect-src', socket]]],
  [`script-src ${desk}; connect-src ${desk} ${socket}`, []],
  [`SCRIPT-SRC ${desk.toUpperCase()}; connect-src ${desk} ${socket}`, []],
  [`script-src ${desk}; script-src 'none'; connect-src *`, []],
  [`script-src-elem 'self'; script-src ${desk}; connect-src *`, [['script-src', desk]]],
  ['script-src https:; connect-src https:', [['connect-src', socket]]],
  ['script-src https:; connect-src https: wss:', []],
  ['script-src http:; connect-src http: ws:', []],
  ['script-src desk.example.com; connect-src desk.example.com', [['connect-src', socket]]],
  ['script-src *.example.com; connect-src *.example.com wss://*.example.com', []],
  ['script-src https://*.desk.example.com; connect-src *', [['script-src', desk]]],
  ['script-src https://desk.example.com:443 ; connect-src *', []],
  ['script-src https://desk.example.com:*; connect-src *', []],
  ['script-src https://desk.example.com:8443; connect-src *', [['script-src', desk]]],
  ['script-src https://desk.example.com/hub.js; connect-src *', [['script-src', desk]]],
  ["script-src 'nonce-r4nd0m' 'strict-dynamic'; connect-src *", []],
  [`script-src 'nonce-other' 'strict-dynamic' ${desk}; connect-src *`, [['script-src', desk]]],
  ["script-src 'unsafe-inline'; connect-src 'none'", all],
  [`script-src ${desk}.evil.example; connect-src *`, [['script-src', desk]]],
])('knows what a browser would refuse under: %s', (policy, expected) => {
  expect(missing(policy)).toEqual(expected)
})

it('wants every policy of a page to agree', () => {
  const right = `script-src ${desk}; connect-src ${desk} ${socket}`
  expect(missing(right, right)).toEqual([])
  expect(missing(right, "connect-src 'self'")).toEqual(all.slice(1))
})

it('knows a desk on the shop’s own host', () => {
  const needed = { directive: 'connect-src', sources: ['https://shop.example', 'wss://shop.example'] }
  expect(refusedSources(["connect-src 'self'"], needed, page, null)).toEqual([])
  expect(refusedSources(["connect-src 'self'"], needed, 'https://shop.example:8443/', null)).toHaveLength(2)
})
