import express, { type NextFunction, type Request, type Response as Answer, Router } from 'express'
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { sendReply } from '../../desk/send-reply.ts'
import { channelNames } from '../../protocol/channel.ts'
import { largestFile } from '../../protocol/files.ts'
import { limits } from '../../protocol/limits.ts'
import { storable } from '../../protocol/text.ts'
import { action } from '../../protocol/working.ts'
import { failed } from '../door.ts'
import { filesIn, formIn } from '../form-files.ts'
import { refuse, route, whoMay } from '../http.ts'

const asked = z.object({ ticket: z.uuid().toLowerCase() })
const form = z.object({
  id: z.uuid().toLowerCase(),
  text: z.string().max(60_000).transform(storable),
  channel: z.enum(channelNames).optional(),
  knew: z.coerce.number().int().min(0).max(limits.count).optional(),
  written: z.coerce.number().int().min(0).max(limits.moment).optional(),
  still: z
    .literal('true')
    .transform(() => true)
    .optional(),
  actions: z
    .string()
    .max(20_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'no list of actions' })
        return z.NEVER
      }
    })
    .pipe(z.array(action).max(limits.macroActions))
    .optional(),
})
const mostFiles = 25

/**
 * an answer with files, as one form of many parts, at most as large as one file may be. Nobody's body is read who
 * may not answer. The same id again gets the first answer again.
 */
export function replyRoutes(desk: Desk): Router {
  const router = Router()
  router.post(
    '/:ticket/replies',
    membersOnly(desk),
    express.raw({ type: 'multipart/form-data', limit: largestFile + 256 * 1024 }),
    route(desk, z.instanceof(Buffer), async (body, request) => {
      const agent = await whoMay(desk, request, 'desk')
      if ('refused' in agent) return agent
      const of = asked.safeParse(request.params)
      const reply = await replyIn(body, request.headers['content-type'] ?? '')
      if (!of.success || reply === undefined) return { refused: 'bad_request' }
      return sendReply(desk, agent, { ...reply, ticketId: of.data.ticket })
    }),
  )
  return router
}

function membersOnly(desk: Desk) {
  return (request: Request, response: Answer, next: NextFunction): void => {
    whoMay(desk, request, 'desk').then(
      (member) => ('refused' in member ? refuse(response, member.refused) : next()),
      (error: unknown) => refuse(response, failed(desk.log, error, 'replies')),
    )
  }
}

/** The form's fields and files; undefined where it is none. */
async function replyIn(body: Buffer, type: string) {
  const parts = await formIn(body, type)
  if (parts === undefined) return undefined
  const fields = form.safeParse({
    id: parts.get('id'),
    text: parts.get('text'),
    channel: parts.get('channel') ?? undefined,
    knew: parts.get('knew') ?? undefined,
    written: parts.get('written') ?? undefined,
    actions: parts.get('actions') ?? undefined,
    still: parts.get('still') ?? undefined,
  })
  const files = await filesIn(parts, mostFiles)
  return fields.success && files !== undefined ? { ...fields.data, files } : undefined
}
