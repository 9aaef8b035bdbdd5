import { setTimeout as pause } from 'node:timers/promises'
import express, { type Request, type Response, Router } from 'express'
import type { RawRequest } from '../../channels/channel.ts'
import { answerHandshake, verifyMeta } from '../../channels/meta/verify.ts'
import { parseHook } from '../../channels/parse-hook.ts'
import { verifyTwilio } from '../../channels/twilio/verify.ts'
import { readChannelSecrets } from '../../desk/channel-secrets.ts'
import type { Desk } from '../../desk/desk.ts'
import { keepFailed, keepForLater } from '../../desk/failed-hooks.ts'
import { hearAll } from '../../desk/hear-provider.ts'
import { isStoreTrouble } from '../../desk/trouble.ts'
import { failed } from '../door.ts'
import { createLine, type Line } from '../line.ts'

/** Meta's batches may be large; nobody sends more than this. */
const limit = '3mb'

/** So many are taken in at once, well below the connections there are to the store: agents and shoppers need some too. */
const atOnce = 6
/** Twilio hangs up after 15 seconds, and does not come again. */
const turnWithinMs = 3_000

/**
 * The providers' doors (P-4): only what carries the provider's signature over exactly these bytes comes in, and without
 * a secret nothing does. 200 is said after the commit, be it of what was told or of the delivery as it came, which is taken in
 * later where we have a bug, or where more comes in than we keep up with. A store that is away for a moment is waited for,
 * as Twilio does not come again; then it is 503, to be told again.
 */
export function hookRoutes(desk: Desk): Router {
  const router = Router()
  const line = createLine(atOnce, turnWithinMs)
  const bytes = express.raw({ type: () => true, limit })

  router.post('/twilio', bytes, (request, response) =>
    answer(desk, response, async () => {
      const { twilioAuthToken = '' } = await readChannelSecrets(desk)
      const raw = rawOf(desk, request)
      if (!verifyTwilio(raw, twilioAuthToken)) return refuseHook(desk, response, 'twilio')
      await take(desk, line, 'twilio', raw)
      response.type('text/xml').send('<?xml version="1.0" encoding="UTF-8"?><Response></Response>')
    }),
  )

  router.get('/meta', (request, response) =>
    answer(desk, response, async () => {
      const { metaVerifyToken = '' } = await readChannelSecrets(desk)
      const challenge = answerHandshake(rawOf(desk, request), metaVerifyToken)
      if (challenge === null) return refuseHook(desk, response, 'meta')
      response.type('text/plain').send(challenge)
    }),
  )

  router.post('/meta', bytes, (request, response) =>
    answer(desk, response, async () => {
      const { metaAppSecret = '' } = await readChannelSecrets(desk)
      const raw = rawOf(desk, request)
      if (!verifyMeta(raw, metaAppSecret)) return refuseHook(desk, response, 'meta')
      await take(desk, line, 'meta', raw)
      response.type('text/plain').send('ok')
    }),
  )
  return router
}

/** The addresses that the providers' consoles ask for. */
export function hooksAt(url: string): { twilio: string; meta: string } {
  return { twilio: `${url}/hooks/twilio`, meta: `${url}/hooks/meta` }
}

/**
 * Takes in what was verified, or keeps it to be taken in later. Throws where neither could be done: it has to be told
 * again.
 */
async function take(desk: Desk, line: Line, provider: 'twilio' | 'meta', raw: RawRequest): Promise<void> {
  if (!(await line.enter())) return keepForLater(desk, provider, raw)
  try {
    await takeNow(desk, provider, raw)
  } finally {
    line.leave()
  }
}

async function takeNow(desk: Desk, provider: 'twilio' | 'meta', raw: RawRequest): Promise<void> {
  const { events, ignored } = parseHook(provider, raw, desk.clock.now())
  if (ignored.length > 0) desk.log.info({ where: `hooks/${provider}`, ignored }, 'nothing we have a use for')
  const errors = await hearAll(desk, provider, events)
  const trouble = errors.find(isStoreTrouble)
  if (trouble !== undefined) throw trouble
  if (errors.length === 0) return
  for (const error of errors) failed(desk.log, error, `hooks/${provider}`)
  await keepFailed(desk, provider, raw, errors[0])
}

/** What the provider signed: its bytes, and the public address it was given. */
function rawOf(desk: Desk, request: Request): RawRequest {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )
  const body: unknown = request.body
  const url = desk.hooksUrl() + request.originalUrl
  return { method: request.method, url, headers, body: Buffer.isBuffer(body) ? body : Buffer.alloc(0) }
}

function answer(desk: Desk, response: Response, run: () => Promise<unknown>): void {
  patiently(desk, run).catch((error: unknown) => {
    failed(desk.log, error, 'hooks')
    if (!response.headersSent) response.status(503).type('text/plain').send('later')
  })
}

/** What was taken in before the trouble came is known again, and changes nothing. */
const patienceMs = 10_000

async function patiently(desk: Desk, run: () => Promise<unknown>): Promise<void> {
  const begun = desk.realClock.now()
  for (;;) {
    try {
      return void (await run())
    } catch (error) {
      if (!isStoreTrouble(error) || desk.realClock.now() - begun > patienceMs) throw error
    }
    await pause(250)
  }
}

function refuseHook(desk: Desk, response: Response, provider: string): void {
  desk.log.warn({ where: `hooks/${provider}` }, 'a request without a valid signature')
  response.status(403).type('text/plain').send('refused')
}
