import { type Response, Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { joinTeam, lookAtLink, signIn, signOut } from '../../desk/sign-in.ts'
import * as api from '../../protocol/api.ts'
import { httpApi } from '../../protocol/http-api.ts'
import { sessionCookie, sessionToken } from '../cookies.ts'
import { route, whoMay } from '../http.ts'

const nothing = z.object({})
const twoWeeks = 14 * 24 * 60 * 60 * 1000

/** Signing in and out, and the one-time links that make members. */
export function accountRoutes(desk: Desk, secure: boolean): Router {
  const router = Router()
  // SAFETY S6: slow to guess from one place and for one account, whoever asks.
  const byPlace = new RateLimiterMemory({ points: 50, duration: 15 * 60 })
  const byAccount = new RateLimiterMemory({ points: 10, duration: 15 * 60 })
  const spent = async (limiter: RateLimiterMemory, key: string) =>
    limiter.consume(key).then(
      () => false,
      () => true,
    )

  const remember = (response: Response, token: string) => {
    const options = { httpOnly: true, secure, sameSite: 'strict', path: '/', maxAge: twoWeeks } as const
    response.cookie(sessionCookie(secure), token, options)
  }

  router.post(
    '/sign-in',
    route(desk, api.signIn, async ({ email, password }, request, response) => {
      const tooOften = (await spent(byPlace, request.ip ?? '')) || (await spent(byAccount, email))
      if (tooOften) return { refused: 'too_fast' }
      const signed = await signIn(desk, email, password)
      if ('refused' in signed) return signed
      await byAccount.delete(email)
      remember(response, signed.token)
      return { me: signed.member }
    }),
  )

  router.post(
    '/sign-out',
    route(desk, nothing, async (_body, request, response) => {
      const token = sessionToken(request.headers.cookie)
      if (token !== undefined) await signOut(desk, token)
      response.clearCookie(sessionCookie(secure), { httpOnly: true, secure, sameSite: 'strict', path: '/' })
      return {}
    }),
  )

  router.get(
    '/me',
    route(desk, nothing, async (_body, request) => {
      const me = await whoMay(desk, request, 'desk')
      if (!('refused' in me)) return { me }
      // Asked by the page at every start: that nobody is signed in is an answer, and no error for a console to show.
      return me.refused === 'signed_out' ? { me: null } : me
    }),
  )

  router.post(
    '/join/look',
    route(desk, httpApi['POST /api/join/look'].body, async ({ token }, request) => {
      if (await spent(byPlace, request.ip ?? '')) return { refused: 'too_fast' }
      return lookAtLink(desk, token)
    }),
  )

  router.post(
    '/join',
    route(desk, api.join, async ({ token, name, email, password }, request, response) => {
      if (await spent(byPlace, request.ip ?? '')) return { refused: 'too_fast' }
      const joined = await joinTeam(desk, { token, name, email, password })
      if ('refused' in joined) return joined
      remember(response, joined.token)
      return { me: joined.member }
    }),
  )
  return router
}
