import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, RequestHandler, Response } from 'express'

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** A text in the forms browsers take it in: made once, sent many times. */
export type Packed = { plain: Buffer; br: Buffer; gzip: Buffer }

export async function pack(plain: Buffer): Promise<Packed> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }
  const [br, gz] = await Promise.all([brotli(plain, quality), deflate(plain, { level: 9 })])
  return { plain, br, gzip: gz }
}

/** Sends the smallest form the browser takes. */
export function sendPacked(request: Request, response: Response, packed: Packed): void {
  const encoding = request.acceptsEncodings('br') || request.acceptsEncodings('gzip')
  response.vary('Accept-Encoding')
  if (encoding === 'br' || encoding === 'gzip') response.set('Content-Encoding', encoding).send(packed[encoding])
  else response.send(packed.plain)
}

const builtName = /^[\w.-]+-[\w-]{8}\.(js|css|svg)$/

/**
 * Serves the build's hashed files of one folder: packed once, then from memory, and good for ever under that name. Only
 * names of the build's own form are looked for.
 */
export function builtFiles(folder: string): RequestHandler {
  const files = new Map<string, Promise<Packed>>()
  return (request, response, next) => {
    const name = request.path.slice(1)
    if (!builtName.test(name)) return next()
    const file = files.get(name) ?? readFile(join(folder, name)).then(pack)
    files.set(name, file)
    file.then(
      (packed) => {
        response.set('Cache-Control', 'public, max-age=31536000, immutable').type(name.slice(name.lastIndexOf('.')))
        sendPacked(request, response, packed)
      },
      () => {
        files.delete(name)
        next()
      },
    )
  }
}

/** Serves one built script under whatever name it is asked for by; what stands behind that name may be another soon. */
export function builtFile(path: string): RequestHandler {
  let file: Promise<Packed> | undefined
  return (request, response, next) => {
    file ??= readFile(path).then(pack)
    file.then(
      (packed) => {
        response.set('Cache-Control', 'no-store').type('text/javascript')
        sendPacked(request, response, packed)
      },
      () => {
        file = undefined
        next()
      },
    )
  }
}
