import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express'
import type { z } from 'zod'
import type { Desk } from '../desk/desk.ts'
import { type Member, memberWhoMay } from '../desk/sign-in.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import type { RoleAction } from '../tickets/roles.ts'
import { sessionToken } from './cookies.ts'
import { failed, refused } from './door.ts'

/** What an HTTP route returns: a body, or a refusal with more said about it. */
type Answer = object | { refused: ErrorCode }

const statusOf: Partial<Record<ErrorCode, number>> = {
  signed_out: 401,
  wrong_password: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_fast: 429,
  unavailable: 503,
  internal: 500,
}

/** Sends a refusal with the status that goes with its code. */
export function refuse(response: Response, code: ErrorCode, more: object = {}): void {
  response.status(statusOf[code] ?? 400).json({ ...more, ...refused(code) })
}

/** The HTTP counterpart of a socket's door: parse, use case, one answer; a throw is logged and told as a code. */
export function route<S extends z.ZodType>(
  desk: Desk,
  shape: S,
  handle: (body: z.output<S>, request: Request, response: Response) => Promise<Answer>,
): RequestHandler {
  return (request, response) => {
    const parsed = shape.safeParse(request.body ?? {})
    if (!parsed.success) return refuse(response, 'bad_request')
    handle(parsed.data, request, response).then(
      (answer) => {
        if (response.headersSent) return
        if ('refused' in answer) {
          const { refused: code, ...more } = answer
          return refuse(response, code, more)
        }
        response.json('done' in answer ? { ok: true } : { ...answer, ok: true })
      },
      (error: unknown) => {
        const code = failed(desk.log, error, `${request.method} ${request.baseUrl}`)
        if (!response.headersSent) refuse(response, code)
      },
    )
  }
}

/** The signed-in member of a request, if their role allows the action (D-7). */
export function whoMay(desk: Desk, request: Request, action: RoleAction): Promise<Member | { refused: ErrorCode }> {
  return memberWhoMay(desk, sessionToken(request.headers.cookie), action)
}

/**
 * Stops requests that another site made in an agent's browser (SAFETY S4): writes need our own Origin and a header that
 * a form cannot send.
 */
export function ownPagesOnly(ownOrigin: () => string): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next()
    const { origin } = request.headers
    if (origin === ownOrigin() && request.headers['x-hub'] === '1') return next()
    refuse(response, 'forbidden')
  }
}

/** JSON bodies only, and small ones. */
export const jsonBody = express.json({ limit: '256kb', type: 'application/json' })

/** What no route answered, and what broke on the way to one: a code, never a stack. */
export function lastResort(desk: () => Desk) {
  return (error: unknown, _request: Request, response: Response, _next: NextFunction): void => {
    const broken = typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    if (broken && error.status === 404) return refuse(response, 'not_found')
    if (broken && Number(error.status) < 500) return refuse(response, 'bad_request')
    refuse(response, failed(desk().log, error, 'http'))
  }
}
