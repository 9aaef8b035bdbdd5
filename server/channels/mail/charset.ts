import type { Email } from 'postal-mime'

/**
 * The same mail in UTF-8, for mails that use letters beyond ASCII without saying in which encoding: in headers (never
 * allowed, often done), or in a body that declares none. Null where there is nothing to mend.
 */
export function mended(raw: Uint8Array, { text, html, headers }: Email): Uint8Array | null {
  const isOdd = (words: string | undefined) => words?.includes('\ufffd') ?? false
  const oddHead = headers.some(({ value }) => isOdd(value))
  if (!oddHead && !isOdd(text) && !isOdd(html)) return null
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const end = headEnd(bytes)
  const declared = /charset\s{0,3}=\s{0,3}"?([a-z0-9_-]{2,30})/i.exec(bytes.toString('latin1', 0, end))?.[1]
  const isPlain = declared === undefined || /^(?:utf-?8|us-ascii)$/i.test(declared)
  const head = recoded(bytes.subarray(0, end), isPlain ? undefined : declared)
  const body = bytes.subarray(end)
  // A mail of several parts declares in each; only a part that says nothing is ours to guess.
  const isSilent = declared === undefined && !/charset\s{0,3}=/i.test(body.toString('latin1', 0, 100_000))
  return Buffer.concat([head, isSilent ? recoded(body, undefined) : body])
}

function headEnd(bytes: Buffer): number {
  const ends = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')].filter((at) => at !== -1)
  return ends.length === 0 ? bytes.length : Math.min(...ends)
}

/** Windows-1252 is what western programs mean when they say nothing. */
function recoded(bytes: Buffer, charset: string | undefined): Buffer {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return bytes
  } catch {
    return Buffer.from(decoder(charset).decode(bytes))
  }
}

function decoder(charset: string | undefined): TextDecoder {
  try {
    return new TextDecoder(charset ?? 'windows-1252')
  } catch {
    return new TextDecoder('windows-1252')
  }
}
