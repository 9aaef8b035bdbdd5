import { expect, it } from 'vitest'
import { isPublicAddress } from '../../../../server/channels/address-guard.ts'
import { fetchMedia } from '../../../../server/channels/fetch-media.ts'
import { startProvider } from '../provider.ts'

it.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '100.100.100.200',
  '127.0.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.178.1',
  '198.18.0.1',
  '198.19.255.255',
  '198.51.100.7',
  '203.0.113.7',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:8.8.8.8',
  '0:0:0:0:0:ffff:a9fe:a9fe',
  '::ffff:0:127.0.0.1',
  '64:ff9b::127.0.0.1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b::a00:1',
  '64:ff9b:1::8.8.8.8',
  '100::1',
  '2001::1',
  '2001:0:4136:e378:8000:63bf:3fff:fdd2',
  '2001:10::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2002:a9fe:a9fe::1',
  '3fff::1',
  '5f00::1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
  '2606:4700::1111%eth0',
  '',
  'localhost',
  '127.1',
  '0177.0.0.1',
  '2130706433',
])('S11 does not go to %s', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

it.each([
  '8.8.8.8',
  '172.15.255.255',
  '172.32.0.1',
  '100.63.255.255',
  '169.253.0.1',
  '192.167.0.1',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2a03:2880:f10d:83:face:b00c:0:25de',
  '64:ff9b::8.8.8.8',
  '64:ff9b::808:808',
])('S11 may go to %s', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

/** A canary inside: asked by anybody, it has failed. */
async function tryIt(address: (canary: URL) => string, resolved: string[]) {
  const { url, received } = await startProvider({ status: 200, body: 'secret' })
  const asked: string[] = []
  const media = await fetchMedia(address(new URL(url)), {
    hosts: ['media.example', '.cdn.example', 'localhost', '127.0.0.1', '[::1]'],
    baseUrl: 'https://api.example',
    authorization: 'Bearer secret',
    maxBytes: 100,
    timeoutMs: 2_000,
    resolve: (name) => {
      asked.push(name)
      return Promise.resolve(resolved)
    },
  })
  return { media, received, asked }
}

it.each<[string, (canary: URL) => string]>([
  ['plain http', () => 'http://media.example/a'],
  ['another host', () => 'https://evil.example/a'],
  ['a host that only ends alike', () => 'https://evilmedia.example/a'],
  ['a host below one that stands alone', () => 'https://a.media.example/a'],
  ['the ending itself', () => 'https://cdn.example/a'],
  ['an ending without its dot', () => 'https://evilcdn.example/a'],
  ['a provider as a folder', () => 'https://evil.example/media.example/a'],
  ['a provider as a name before an at sign', () => 'https://media.example@evil.example/a'],
  ['a provider with a password', () => 'https://a:b@media.example/a'],
  ['a provider behind a fragment', () => 'https://evil.example#@media.example/a'],
  ['a provider behind a backslash', () => 'https://evil.example\\@media.example/a'],
  ['a name with a closing dot', () => 'https://media.example./a'],
  ['another port', () => 'https://media.example:8443/a'],
  ['the base host on another port', () => 'https://api.example:8443/a'],
  ['the base host in plain', () => 'http://api.example/a'],
  ['an address of this machine', ({ port }) => `http://127.0.0.1:${port}/a`],
  ['an address that is written as allowed', () => 'https://127.0.0.1/a'],
  ['a short address', () => 'https://127.1/a'],
  ['an octal address', () => 'https://0177.0.0.1/a'],
  ['a hexadecimal address', () => 'https://0x7f000001/a'],
  ['a decimal address', () => 'https://2130706433/a'],
  ['full-width digits', () => 'https://１２７.０.０.１/a'],
  ['IPv6', () => 'https://[::1]/a'],
  ['IPv6 with IPv4 inside', () => 'https://[::ffff:127.0.0.1]/a'],
  ['a file', () => 'file:///etc/passwd'],
  ['data', () => 'data:text/plain,hello'],
  ['another protocol', () => 'gopher://media.example/a'],
  ['no address at all', () => 'media.example/a'],
  ['nothing', () => ''],
])('S11 asks nobody for %s', async (_what, address) => {
  const { media, received, asked } = await tryIt(address, ['127.0.0.1'])
  expect(media).toMatchObject({ refused: true, code: 'forbidden' })
  expect({ received, asked }).toEqual({ received: [], asked: [] })
})

it.each([
  [['127.0.0.1']],
  [['8.8.8.8', '10.0.0.1']],
  [['2606:4700::1111', '::1']],
  [['::ffff:169.254.169.254']],
  [['not an address']],
])('S11 does not go where a good name leads to %s', async (resolved) => {
  const { media, asked } = await tryIt(() => 'https://media.example/a', resolved)
  expect(media).toMatchObject({ refused: true, code: 'forbidden' })
  expect(asked).toEqual(['media.example'])
})

it('S11 tries later where the name leads nowhere', async () => {
  expect((await tryIt(() => 'https://a.cdn.example/a', [])).media).toMatchObject({ retry: true })
})
