import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** IPv4 ranges in which nothing public lives (IANA's registry of special addresses), and a cloud's own window. */
const notPublic = new BlockList()
for (const range of [
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24',
  '192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24',
  '203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 168.63.129.16/32',
].flatMap((line) => line.split(' '))) {
  const [net = '', bits] = range.split('/')
  notPublic.addSubnet(net, Number(bits), 'ipv4')
}

/** Of IPv6 only 2000::/3 is given out at all; within it these are tunnels, tests, examples and routing tricks. */
const notGivenOut = new BlockList()
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const) {
  notGivenOut.addSubnet(net, bits, 'ipv6')
}
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')
const nat64 = new BlockList()
nat64.addSubnet('64:ff9b::', 96, 'ipv6')

/**
 * Whether an address that a name resolved to lies in the public internet (S11). An IPv4 address that travels inside an
 * IPv6 one is looked at itself where networks really do that (NAT64); every other such disguise is refused.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublic.check(address, 'ipv4')
  if (!isIPv6(address) || address.includes('%')) return false
  if (nat64.check(address, 'ipv6')) return isPublicAddress(lastFour(address))
  return givenOut.check(address, 'ipv6') && !notGivenOut.check(address, 'ipv6')
}

/** This very machine, and nothing else of what is not public. */
export function isLoopback(address: string): boolean {
  return isIPv4(address) ? address.startsWith('127.') : address === '::1'
}

/** The IPv4 address in the last 32 bits. */
function lastFour(address: string): string {
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split(':')
  const [high = 0, low = 0] = groups.slice(-2).map((group) => Number.parseInt(group || '0', 16))
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
