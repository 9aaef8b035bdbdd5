import { type Request, Router } from 'express'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { z } from 'zod'
import { postWebhook } from '../../channels/post-webhook.ts'
import type { Desk } from '../../desk/desk.ts'
import type { Member } from '../../desk/sign-in.ts'
import { testHook } from '../../desk/test-hook.ts'
import {
  addWebhook,
  changeWebhook,
  deleteWebhook,
  listWebhooks,
  readHookDeliveries,
  renewSecret,
} from '../../desk/webhooks.ts'
import type { ErrorCode } from '../../protocol/errors.ts'
import { changedWebhook, newWebhook } from '../../protocol/webhooks.ts'
import { route, whoMay } from '../http.ts'

const nothing = z.object({})
const withId = z.object({ id: z.uuid() })
/** Tests that a member may send in a minute. */
const testsAMinute = 20

type Answer = object | { refused: ErrorCode }

/** Settings, Notifications: the shop's programs that are told what happens. Owner and admin only (D-7). */
export function webhookRoutes(desk: Desk, local: boolean): Router {
  const router = Router()
  const tests = new RateLimiterMemory({ points: testsAMinute, duration: 60 })
  const mayTest = (member: string) =>
    tests.consume(member).then(
      () => true,
      () => false,
    )
  const on = async (request: Request, run: (by: Member, id: string) => Promise<Answer>): Promise<Answer> => {
    const by = await whoMay(desk, request, 'settings')
    if ('refused' in by) return by
    const asked = withId.safeParse(request.params)
    return asked.success ? run(by, asked.data.id) : { refused: 'not_found' }
  }

  router.get(
    '/',
    route(desk, nothing, async (_body, request) => {
      const by = await whoMay(desk, request, 'settings')
      return 'refused' in by ? by : { webhooks: await listWebhooks(desk) }
    }),
  )
  router.post(
    '/',
    route(desk, newWebhook, async (body, request) => {
      const by = await whoMay(desk, request, 'settings')
      return 'refused' in by ? by : addWebhook(desk, by, body, local)
    }),
  )
  router.patch(
    '/:id',
    route(desk, changedWebhook, (body, request) => on(request, (by, id) => changeWebhook(desk, by, id, body, local))),
  )
  router.delete(
    '/:id',
    route(desk, nothing, (_body, request) => on(request, (by, id) => deleteWebhook(desk, by, id))),
  )
  router.post(
    '/:id/secret',
    route(desk, nothing, (_body, request) => on(request, (by, id) => renewSecret(desk, by, id))),
  )
  router.post(
    '/:id/test',
    route(desk, nothing, (_body, request) =>
      on(request, async (by, id) =>
        (await mayTest(by.id)) ? testHook(desk, id, (post) => postWebhook(post, { local })) : { refused: 'too_fast' },
      ),
    ),
  )
  router.get(
    '/:id/deliveries',
    route(desk, nothing, (_body, request) => on(request, (_by, id) => readHookDeliveries(desk, id))),
  )
  return router
}
