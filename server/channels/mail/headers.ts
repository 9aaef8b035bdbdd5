import { addressParser } from 'postal-mime'
import { mailAddress } from './address.ts'
import { mailLimits } from './limits.ts'

// Two neighbours that share a character are joined only if they look alike; their language is of no use to us.
const encodedWord = /=\?([^?\s*]{1,60})(?:\*[^?\s]{0,30})?\?([qb])\?/gi

/** The headers of one mail, names in small letters, values unfolded and not decoded. */
export type Headers = { first(name: string): string | null; all(name: string): string[]; names: ReadonlySet<string> }

export function headersOf(lines: readonly { key: string; value: string }[]): Headers {
  const byName = new Map<string, string[]>()
  for (const { key, value: written } of lines) {
    const value = written.replace(encodedWord, (_, charset: string, encoding: string) => {
      return `=?${charset.toLowerCase()}?${encoding.toUpperCase()}?`
    })
    const values = byName.get(key)
    if (values === undefined) byName.set(key, [value])
    else values.push(value)
  }
  return {
    first: (name) => byName.get(name)?.[0] ?? null,
    all: (name) => byName.get(name) ?? [],
    names: new Set(byName.keys()),
  }
}

export type Mailbox = { name: string; address: string }

/** The usable addresses of a From, To or Reply-To; groups are opened, what is no address is left out. */
export function mailboxes(value: string | null): Mailbox[] {
  if (value === null || value.trim() === '') return []
  return addressParser(value.slice(0, mailLimits.addressChars), { flatten: true }).flatMap((entry) => {
    const address = entry.address === undefined ? null : mailAddress(entry.address)
    return address === null ? [] : [{ name: entry.name, address }]
  })
}

// What cannot be written back into a header, or stands in no index, is no id.
const messageId = /<([^<>\s\p{C}]{1,900})>/gu

/** The ids in a Message-ID, In-Reply-To or References header, without their angle brackets, in order, each once. */
export function messageIds(value: string | null): string[] {
  const ids = Array.from((value ?? '').matchAll(messageId), ([, id = '']) => id)
  return [...new Set(ids)].filter((id) => Buffer.byteLength(id) <= 1_000)
}
