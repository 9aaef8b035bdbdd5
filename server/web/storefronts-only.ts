import type { Request, RequestHandler } from 'express'
import type { Desk } from '../desk/desk.ts'
import { isStorefront } from '../desk/public-settings.ts'
import { failed } from './door.ts'
import { refuse } from './http.ts'
import { judgeShopToken, type Vouched } from './shop-token.ts'
import type { Sightings } from './sightings.ts'

/** Browsers may ask from the shop's own pages (Settings, General) and from nowhere else; programs send no origin. */
export function storefrontsOnly(desk: Desk): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers
    response.vary('Origin')
    if (origin === undefined) return next()
    isStorefront(desk, origin).then(
      (known) => {
        // A foreign page may read that it is refused, and nothing else: the hub there can say what is wrong.
        response.set('Access-Control-Allow-Origin', origin)
        if (request.method !== 'OPTIONS') return known ? next() : refuse(response, 'forbidden')
        response
          .set({
            'Access-Control-Allow-Methods': 'GET, POST',
            'Access-Control-Allow-Headers': 'Authorization',
            'Access-Control-Max-Age': '7200',
          })
          .status(204)
          .end()
      },
      (error: unknown) => refuse(response, failed(desk.log, error, 'storefront origin')),
    )
  }
}

/** Whom the token of a request speaks of; undefined: nobody that the shop vouches for. */
export async function vouchedShopper(
  desk: Desk,
  request: Request,
  shop: { id: string; secret: string },
  sightings: Sightings,
): Promise<Vouched | undefined> {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  const judged = await judgeShopToken(token, shop, desk.realClock.now())
  sightings.token(request.headers, judged)
  return 'vouched' in judged ? judged.vouched : undefined
}
