import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import type { LookupFunction } from 'node:net'

export type Ask = {
  url: URL
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
  timeoutMs: number
  maxBytes: number
  /** Where the name leads, when that was already looked up and checked. */
  lookup?: LookupFunction
}

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

/**
 * No usable answer. `unsent`: not one byte of the request left the house, so asking again is safe. `unanswered`: it may
 * have been carried out. `oversized`: there is more of an answer, of that status, than was wanted. `late`: the time was
 * over.
 */
export type Trouble =
  | { trouble: 'unsent' | 'unanswered'; reason: string; late: boolean }
  | { trouble: 'oversized'; reason: string; status: number }

/**
 * One request over a connection of its own, redirects not followed. Not by fetch: that cannot say whether a request
 * left before the connection broke, and an SMS hangs on the difference. Never throws.
 */
export function ask(what: Ask): Promise<Answer | Trouble> {
  return new Promise((resolve) => {
    let left = false
    const deadline = AbortSignal.timeout(what.timeoutMs)
    const fail = (error: Error) => {
      const reason = deadline.aborted ? `no answer within ${what.timeoutMs / 1000} s` : wordsOf(error)
      resolve({ trouble: left ? 'unanswered' : 'unsent', reason, late: deadline.aborted })
    }
    const options = {
      method: what.method,
      headers: { ...what.headers, ...(what.body !== undefined && { 'content-length': Buffer.byteLength(what.body) }) },
      agent: false,
      signal: deadline,
      ...(what.lookup && { lookup: what.lookup }),
    }
    try {
      const isSecure = what.url.protocol === 'https:'
      const outgoing = (isSecure ? secure : plain)(what.url, options)
      outgoing.on('socket', (socket) => socket.once(isSecure ? 'secureConnect' : 'connect', () => (left = true)))
      outgoing.on('error', fail)
      outgoing.on('response', (incoming) => {
        const parts: Buffer[] = []
        let size = 0
        incoming.on('error', fail)
        incoming.on('data', (part: Buffer) => {
          size += part.length
          if (size <= what.maxBytes) return parts.push(part)
          resolve({
            trouble: 'oversized',
            reason: `more than ${what.maxBytes} bytes`,
            status: incoming.statusCode ?? 0,
          })
          return outgoing.destroy()
        })
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(parts) }),
        )
        incoming.on('close', () => fail(new Error('the connection broke off')))
      })
      outgoing.end(what.body)
    } catch (error) {
      fail(error instanceof Error ? error : new Error(String(error)))
    }
  })
}

/** A broken attempt on all of a name's addresses has no message of its own, only a code. */
function wordsOf(error: Error): string {
  return error.message || ('code' in error ? String(error.code) : error.name)
}

/** Where an answer sends us on to; undefined: it does not. */
export function redirectOf({ status, headers }: Answer): string | undefined {
  return [301, 302, 303, 307, 308].includes(status) ? String(headers['location'] ?? '') : undefined
}

/** How long the provider wants us to wait, or null where it does not say: seconds, or a date beside its own clock's. */
export function retryAfterMs({ headers }: Answer): number | null {
  const wanted = String(headers['retry-after'] ?? '').trim()
  if (/^\d{1,6}$/.test(wanted)) return Number(wanted) * 1000
  const wait = Date.parse(wanted) - Date.parse(String(headers['date'] ?? ''))
  return Number.isFinite(wait) ? Math.max(0, wait) : null
}

/** The JSON of an answer, or undefined where it is none. */
export function jsonOf({ body }: Answer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** `path` below a configured base address, which may have a path of its own. */
export function below(baseUrl: string, path: string): URL {
  return new URL(`${baseUrl.replace(/\/+$/, '')}/${path}`)
}
