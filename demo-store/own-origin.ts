import type { NextFunction, Request, Response } from 'express'

/** A post must come from a page of this shop: browsers name its origin in a header that pages cannot forge. */
export const fromOwnPage = (request: Request): boolean => {
  const { origin, host } = request.headers
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'same-origin'
  if (host === undefined || !URL.canParse(origin)) return false
  return new URL(origin).host === host
}

export const refuseForeignPosts = (request: Request, response: Response, next: NextFunction): void => {
  if (request.method === 'GET' || request.method === 'HEAD' || fromOwnPage(request)) next()
  else
    response
      .status(403)
      .type('text/plain')
      .send('This form was not sent from our shop. Please open the page again and retry.')
}
