import { createHash, randomBytes } from 'node:crypto'
import type { Request, Response } from 'express'
import { mergeBaskets } from './basket.ts'
import type { Book } from './book.ts'
import { day } from './dates.ts'
import type { Customer, Line, Session } from './records.ts'

const cookie = 'tidewick_session'
const lifetime = 30 * day
/** Beyond this the sessions seen longest ago make room. */
const mostSessions = 5_000

const keyOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

const cookieOf = (request: Request): string | null => {
  const found = request.headers.cookie?.match(/(?:^|;\s*)tidewick_session=([A-Za-z0-9_-]{43})(?:;|$)/)
  return found?.[1] ?? null
}

/** Who is looking: a customer, or a visitor with or without a basket. */
export type Visit = { customer: Customer | null; basket: readonly Line[] }

export interface Sessions {
  read(request: Request): Visit
  /** Keeps the basket with the customer, or with the browser until somebody signs in. */
  keepBasket(request: Request, response: Response, lines: Line[]): void
  /** A new session under a new cookie; the visitor's basket comes along. */
  signIn(request: Request, response: Response, customer: Customer): void
  signOut(request: Request, response: Response): void
}

export const createSessions = (book: Book, now: () => number): Sessions => {
  const { records } = book

  const find = (request: Request): { key: string; session: Session } | null => {
    const token = cookieOf(request)
    if (token === null) return null
    const key = keyOf(token)
    const session = Object.hasOwn(records.sessions, key) ? records.sessions[key] : undefined
    return session && now() - session.seenAt < lifetime ? { key, session } : null
  }

  const makeRoom = (): void => {
    const all = Object.entries(records.sessions).sort(([, a], [, b]) => b.seenAt - a.seenAt)
    for (const [at, [key, session]] of all.entries())
      if (at >= mostSessions - 1 || now() - session.seenAt >= lifetime) delete records.sessions[key]
  }

  const begin = (response: Response, session: Session): void => {
    makeRoom()
    const token = randomBytes(32).toString('base64url')
    records.sessions[keyOf(token)] = session
    response.cookie(cookie, token, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: lifetime })
  }

  const customerOf = (session: Session): Customer | null => {
    const { customerId } = session
    return customerId === null ? null : (records.customers[customerId] ?? null)
  }

  return {
    read(request) {
      const found = find(request)
      if (!found) return { customer: null, basket: [] }
      const customer = customerOf(found.session)
      return { customer, basket: customer ? customer.basket : found.session.basket }
    },

    keepBasket(request, response, lines) {
      const found = find(request)
      if (!found) return begin(response, { customerId: null, basket: lines, seenAt: now() })
      found.session.seenAt = now()
      const customer = customerOf(found.session)
      if (customer) customer.basket = lines
      else found.session.basket = lines
    },

    signIn(request, response, customer) {
      const found = find(request)
      if (found) {
        if (found.session.customerId === null) customer.basket = mergeBaskets(customer.basket, found.session.basket)
        delete records.sessions[found.key]
      }
      begin(response, { customerId: customer.id, basket: [], seenAt: now() })
    },

    signOut(request, response) {
      const found = find(request)
      if (found) delete records.sessions[found.key]
      response.clearCookie(cookie, { httpOnly: true, sameSite: 'lax', path: '/' })
    },
  }
}
