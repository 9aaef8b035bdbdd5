import express, { type RequestHandler, Router } from 'express'
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { knowShopper, recogniseShopper, type Shopper } from '../../desk/know-shopper.ts'
import { webChatKey } from '../../desk/read-conversation.ts'
import { receiveMessage } from '../../desk/receive-message.ts'
import { shopperFiles } from '../../protocol/shopper-files.ts'
import { storable } from '../../protocol/text.ts'
import { createAllowances } from '../allowance.ts'
import { failed } from '../door.ts'
import { filesIn, formIn } from '../form-files.ts'
import { refuse, route } from '../http.ts'
import type { Sightings } from '../sightings.ts'
import { vouchedShopper } from '../storefronts-only.ts'

const fields = z.object({ id: z.uuid().toLowerCase(), text: z.string().max(60_000).transform(storable) })

type Doors = { desk: Desk; shop: { id: string; secret: string }; sightings: Sightings }

/**
 * W-13: a shopper's message with files, behind the door that lets the shop's own pages in (storefront.ts), as one form
 * of many parts: id, text, and one `file` or more. The token says whose it is before anything of it is read; the same
 * id again gets the first answer again.
 */
export function chatFileRoutes({ desk, shop, sightings }: Doors): Router {
  const allowances = createAllowances({ messages: 10, events: 20, counted: ['upload'] })
  const shoppers = new WeakMap<object, Shopper>()

  const shoppersOnly: RequestHandler = (request, response, next) => {
    const enter = async () => {
      const vouched = await vouchedShopper(desk, request, shop, sightings)
      if (vouched === undefined) return 'signed_out'
      if ((await allowances.forPerson(vouched.identity.shopId).take('upload')) !== 'ok') return 'too_fast'
      shoppers.set(request, await recogniseShopper(desk, vouched.identity, null))
      return null
    }
    enter().then(
      (code) => (code === null ? next() : refuse(response, code)),
      (error: unknown) => refuse(response, failed(desk.log, error, 'chat files')),
    )
  }

  const router = Router()
  router.post(
    '/',
    shoppersOnly,
    express.raw({ type: 'multipart/form-data', limit: shopperFiles.bytes + 256 * 1024 }),
    route(desk, z.instanceof(Buffer), async (body, request, response) => {
      response.set('Cache-Control', 'no-store')
      const shopper = shoppers.get(request)
      if (shopper === undefined) return { refused: 'signed_out' }
      const form = await formIn(body, request.headers['content-type'] ?? '')
      const said = fields.safeParse({ id: form?.get('id'), text: form?.get('text') })
      const files = form && (await filesIn(form, shopperFiles.most * 2))
      if (!said.success || files === undefined || files.length === 0) return { refused: 'bad_request' }
      const { customerId } = await knowShopper(desk, shopper)
      // Their pages come back under the new id.
      if (customerId !== shopper.customerId) desk.publish([{ kind: 'customer_moved', customerId: shopper.customerId }])
      const threadKey = webChatKey(customerId)
      return receiveMessage(desk, { ...said.data, customerId, channel: 'web_chat', threadKey, remote: null }, files)
    }),
  )
  return router
}
