import type { Request, Response } from 'express'
import { layout, type Page } from '../pages/layout.ts'
import type { Store } from '../store.ts'

/** Sends a page in its frame. Pages show who is signed in, so nobody may keep them. */
export const answer = (store: Store, request: Request, response: Response, page: Page, status = 200): void => {
  response
    .status(status)
    .set('Cache-Control', 'private, no-cache')
    .type('html')
    .send(layout({ store, visit: store.sessions.read(request), path: request.path }, page))
}

/** A word of the query; lists and objects count as absent. */
export const asked = (request: Request, name: string): string => {
  const value: unknown = request.query[name]
  return typeof value === 'string' ? value.slice(0, 80) : ''
}
