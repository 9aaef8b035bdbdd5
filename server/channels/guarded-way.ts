import { lookup } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'

type Rules = {
  ms: number
  /** Which addresses may be gone to. */
  may: (address: string) => boolean
  /** All addresses of a name. */
  resolve?: (hostname: string) => Promise<string[]>
}

/**
 * The way to a host, looked up once (S11): the connection goes to what was found and judged here, wherever the name
 * leads afterwards. One address that may not be gone to spoils it.
 */
export async function guardedWay(
  hostname: string,
  { ms, may, resolve = everyAddress }: Rules,
): Promise<{ lookup: LookupFunction } | 'not_found' | 'forbidden'> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<string[]>((done) => (timer = setTimeout(done, ms, [])))
  const addresses = await Promise.race([resolve(hostname.replace(/^\[|\]$/g, '')), tooLate]).catch(() => [])
  clearTimeout(timer)
  if (addresses.length === 0) return 'not_found'
  if (!addresses.every(may)) return 'forbidden'
  const found = addresses.map((address) => ({ address, family: isIP(address) }))
  const [one] = found
  return {
    lookup: (_name, options, done) =>
      options.all ? done(null, found) : done(null, one?.address ?? '', one?.family ?? 0),
  }
}

async function everyAddress(hostname: string): Promise<string[]> {
  return (await lookup(hostname, { all: true })).map(({ address }) => address)
}
