import type { Request, Response } from 'express'
import { safeName } from '../channels/mail/safe-name.ts'
import { fileKind } from '../tickets/file-type.ts'

const sandbox = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox"

/**
 * Hands out what a stranger may have made: its type is what its bytes say, nothing is guessed from it, only pictures,
 * films and sounds are shown by themselves, and whatever opens does so in a sandbox that may load nothing (S16).
 */
export function sendFile(
  request: Request,
  response: Response,
  file: { name: string; type: string; bytes: Buffer },
): void {
  const { bytes, type } = file
  response.set({
    'Content-Type': type,
    'Content-Disposition': disposition(file.name, type),
    'Content-Security-Policy': sandbox,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // Kept by the browser, and asked for again each time: who has signed out sees nothing.
    'Cache-Control': 'private, no-cache',
    'Accept-Ranges': 'bytes',
  })
  const ranges = request.headers.range === undefined ? undefined : request.range(bytes.length)
  if (ranges === -1) {
    response.status(416).set('Content-Range', `bytes */${bytes.length}`).end()
    return
  }
  const [range, ...more] = Array.isArray(ranges) && ranges.type === 'bytes' ? ranges : []
  if (range === undefined || more.length > 0) {
    response.send(bytes)
    return
  }
  // Films are played from anywhere by asking for parts of them.
  const { start, end } = range
  response.status(206).set('Content-Range', `bytes ${start}-${end}/${bytes.length}`)
  response.send(bytes.subarray(start, end + 1))
}

/** RFC 6266: the name once for everybody, once in its own letters. */
function disposition(written: string, type: string): string {
  const name = withEnding(safeName(written, type), type)
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const own = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${fileKind(type) === 'file' ? 'attachment' : 'inline'}; filename="${plain}"; filename*=UTF-8''${own}`
}

/** A provider that tells no name tells no ending either. */
function withEnding(name: string, type: string): string {
  const ending = /^(?:image|video|audio)\/([a-z0-9]{3,9})$/.exec(type)?.[1]
  return ending === undefined || /\.[a-z0-9]{1,10}$/i.test(name) ? name : `${name}.${ending}`
}
