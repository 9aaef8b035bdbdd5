import { setTimeout as pause } from 'node:timers/promises'
import express, { type Request, type Response, Router } from 'express'
import type { ChannelEvent, RawRequest } from '../../channels/channel.ts'
import { answerHandshake, verifyMeta } from '../../channels/meta/verify.ts'
import { parseHook } from '../../channels/parse-hook.ts'
import { sendersOf } from '../../channels/senders.ts'
import { verifyTwilio } from '../../channels/twilio/verify.ts'
import { readChannelSecrets } from '../../desk/channel-secrets.ts'
import type { Desk } from '../../desk/desk.ts'
import { keepFailed, keepForLater, mustWait } from '../../desk/failed-hooks.ts'
import { hearAll } from '../../desk/hear-provider.ts'
import { isStoreTrouble } from '../../desk/trouble.ts'
import type { HookProvider } from '../../store/failed-hooks.ts'
import { failed } from '../door.ts'
import { createLine } from '../line.ts'
import { createOrder, createTurns } from '../turns.ts'

/** Meta's batches may be large; nobody sends more than this. */
const limit = '3mb'

/** So many are taken in at once, well below the connections there are to the store: agents and shoppers need some too. */
const atOnce = 6
/**
 * Twilio hangs up after 15 seconds, and does not come again. What somebody wrote is kept at once instead: only so does
 * another process know that their next words come after it.
 */
const placeWithinMs = 3_000

/**
 * The providers' doors (P-4): only what carries the provider's signature over exactly these bytes comes in, and without
 * a secret nothing does. 200 is said after the commit, be it of what was told or of the delivery as it came, which is taken in
 * later where we have a bug, or where more comes in than we keep up with. A store that is away for a moment is waited for,
 * as Twilio does not come again; then it is 503, to be told again. What one person writes is taken in in the order it came.
 */
export function hookRoutes(desk: Desk): Router {
  const router = Router()
  const line = createLine(atOnce)
  const turns = createTurns()
  const order = createOrder()
  const secrets = () => order(patiently(desk, () => readChannelSecrets(desk)))
  const bytes = express.raw({ type: () => true, limit })

  /**
   * Takes in what was verified, or keeps it to be taken in later. Throws where neither could be done: it has to be told
   * again.
   */
  const take = (provider: HookProvider, raw: RawRequest) => {
    const { events, ignored } = parseHook(provider, raw, desk.clock.now())
    if (ignored.length > 0) desk.log.info({ where: `hooks/${provider}`, ignored }, 'nothing we have a use for')
    const senders = sendersOf(events)
    const now = async () => {
      if (await mustWait(desk, senders)) return keepForLater(desk, provider, raw, senders)
      if (!(await line.enter(senders.length > 0 ? 0 : placeWithinMs))) return keepForLater(desk, provider, raw, senders)
      try {
        await takeIn(desk, provider, raw, events)
      } finally {
        line.leave()
      }
    }
    return turns(senders, () => patiently(desk, now))
  }

  router.post('/twilio', bytes, (request, response) =>
    answer(desk, response, async () => {
      const { twilioAuthToken = '' } = await secrets()
      const raw = rawOf(desk, request)
      if (!verifyTwilio(raw, twilioAuthToken)) return refuseHook(desk, response, 'twilio')
      await take('twilio', raw)
      response.type('text/xml').send('<?xml version="1.0" encoding="UTF-8"?><Response></Response>')
    }),
  )

  router.get('/meta', (request, response) =>
    answer(desk, response, async () => {
      const { metaVerifyToken = '' } = await secrets()
      const challenge = answerHandshake(rawOf(desk, request), metaVerifyToken)
      if (challenge === null) return refuseHook(desk, response, 'meta')
      response.type('text/plain').send(challenge)
    }),
  )

  router.post('/meta', bytes, (request, response) =>
    answer(desk, response, async () => {
      const { metaAppSecret = '' } = await secrets()
      const raw = rawOf(desk, request)
      if (!verifyMeta(raw, metaAppSecret)) return refuseHook(desk, response, 'meta')
      await take('meta', raw)
      response.type('text/plain').send('ok')
    }),
  )
  return router
}

/** The addresses that the providers' consoles ask for. */
export function hooksAt(url: string): { twilio: string; meta: string } {
  return { twilio: `${url}/hooks/twilio`, meta: `${url}/hooks/meta` }
}

async function takeIn(desk: Desk, provider: HookProvider, raw: RawRequest, events: ChannelEvent[]): Promise<void> {
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
  run().catch((error: unknown) => {
    failed(desk.log, error, 'hooks')
    if (!response.headersSent) response.status(503).type('text/plain').send('later')
  })
}

/** What was taken in before the trouble came is known again, and changes nothing. */
const patienceMs = 10_000

async function patiently<T>(desk: Desk, run: () => Promise<T>): Promise<T> {
  const begun = desk.realClock.now()
  for (;;) {
    try {
      return await run()
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
