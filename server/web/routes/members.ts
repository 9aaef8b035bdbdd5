import { Router } from 'express'
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { changeMember, inviteMember, listTeam, withdrawInvitation } from '../../desk/members.ts'
import * as api from '../../protocol/api.ts'
import { route, whoMay } from '../http.ts'

const nothing = z.object({})
const id = z.object({ id: z.uuid() })

/** The members page: who may use the desk, and as what (D-7). */
export function memberRoutes(desk: Desk, ownOrigin: () => string): Router {
  const router = Router()

  router.get(
    '/members',
    route(desk, nothing, async (_body, request) => {
      const by = await whoMay(desk, request, 'members')
      if ('refused' in by) return by
      const team = await listTeam(desk)
      return {
        members: team.members.map((one) => ({
          id: one.id,
          name: one.name,
          email: one.email,
          role: one.role,
          createdAt: one.created_at,
        })),
        invitations: team.invitations.map((one) => ({
          id: one.id,
          email: one.email ?? '',
          role: one.role,
          expiresAt: one.expires_at,
        })),
      }
    }),
  )

  router.post(
    '/invitations',
    route(desk, api.invite, async (body, request) => {
      const by = await whoMay(desk, request, 'members')
      if ('refused' in by) return by
      const invited = await inviteMember(desk, by, body)
      if ('refused' in invited) return invited
      // The token stands behind the #: no server and no log ever sees it.
      const link = `${ownOrigin()}/inbox/join#${invited.token}`
      return { link, invitation: { id: invited.id, ...body, expiresAt: invited.expiresAt } }
    }),
  )

  router.delete(
    '/invitations/:id',
    route(desk, nothing, async (_body, request) => {
      const by = await whoMay(desk, request, 'members')
      if ('refused' in by) return by
      const asked = id.safeParse(request.params)
      return asked.success ? withdrawInvitation(desk, by, asked.data.id) : { refused: 'not_found' }
    }),
  )

  router.patch(
    '/members/:id',
    route(desk, api.changeMember, async (body, request) => {
      const by = await whoMay(desk, request, 'members')
      if ('refused' in by) return by
      const asked = id.safeParse(request.params)
      if (!asked.success) return { refused: 'not_found' }
      const becomes = body.removed === true ? 'removed' : body.role
      return becomes === undefined ? { refused: 'bad_request' } : changeMember(desk, by, asked.data.id, becomes)
    }),
  )
  return router
}
