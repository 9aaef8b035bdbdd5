import type { IncomingHttpHeaders } from 'node:http'
import { noteSighting } from '../desk/shop-check.ts'
import type { Desk } from '../desk/desk.ts'
import type { Sighted } from '../store/storefront-sightings.ts'
import { failed } from './door.ts'
import type { Judged } from './shop-token.ts'

/** Tells the desk what happens on the shop's pages, for "Check my shop". Nobody waits for it. */
export type Sightings = {
  loaded(headers: IncomingHttpHeaders): void
  /** A page has shown a token; what the door thought of it. */
  token(headers: IncomingHttpHeaders, judged: Judged): void
}

/** The same thing from the same origin is written down once in this while. */
const pauseMs = 10_000
/** Origins are what anybody writes into a header: no endless number of them is remembered. */
const most = 1_000

export function createSightings(desk: Desk): Sightings {
  const last = new Map<string, number>()
  const note = (origin: string | null, what: Sighted) => {
    if (origin === null) return
    const key = `${origin} ${typeof what === 'string' ? what : what.refused}`
    const now = desk.realClock.now()
    if (now - (last.get(key) ?? 0) < pauseMs) return
    if (last.size >= most) last.clear()
    last.set(key, now)
    noteSighting(desk, origin, what).catch((error: unknown) => failed(desk.log, error, 'sighting'))
  }
  return {
    loaded: (headers) => note(originIn(headers), 'loaded'),
    token(headers, judged) {
      const origin = originIn(headers)
      if ('vouched' in judged) note(origin, 'accepted')
      else if (judged.trouble !== 'token_missing') {
        note(origin, { refused: judged.trouble, seconds: judged.seconds })
      }
      note(origin, 'loaded')
    },
  }
}

/** Of a script tag there is no Origin, but a Referer: browsers send at least its origin unless the page forbids it. */
function originIn({ origin, referer }: IncomingHttpHeaders): string | null {
  const said = origin ?? referer ?? ''
  return said.length <= 2_000 && URL.canParse(said) ? new URL(said).origin : null
}
