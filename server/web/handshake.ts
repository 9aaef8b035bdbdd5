import type { IncomingMessage } from 'node:http'
import type { ErrorCode } from '../protocol/errors.ts'

/** A refusal at the door, in the form Socket.IO hands to `connect_error`. */
export function refuseHandshake(code: ErrorCode): Error & { data: { code: ErrorCode } } {
  return Object.assign(new Error(code), { data: { code } })
}

/**
 * `cors.origin` does not stop a foreign page's WebSocket, so each engine asks here (SAFETY, origins). A request
 * without an Origin is no browser's: it is let in only where a token, and no cookie, proves who it is.
 */
export function originCheck(allowed: (origin: string) => boolean | Promise<boolean>, without: 'allow' | 'refuse') {
  return (request: IncomingMessage, done: (error: string | null | undefined, ok: boolean) => void): void => {
    const { origin } = request.headers
    if (origin === undefined) return done(null, without === 'allow')
    Promise.resolve(allowed(origin)).then(
      (ok) => done(null, ok),
      () => done('unavailable', false),
    )
  }
}

/** What Socket.IO asks of a request, with nothing in it but where it came from. */
export function originOnly(request: IncomingMessage | object): object {
  const origin = 'headers' in request ? request.headers.origin : undefined
  return { headers: { ...(origin !== undefined && { origin }) }, connection: {} }
}
