import { Router } from 'express'
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import { deleteTag, listTags, renameTag } from '../../desk/tags.ts'
import { changeTeam, createTeam, deleteTeam, listTeams } from '../../desk/teams.ts'
import * as api from '../../protocol/teams-api.ts'
import { route, whoMay } from '../http.ts'

const nothing = z.object({})
const withId = z.object({ id: z.uuid() })

/** Teams (D-4) and tags (D-5): manager and up keep them (D-7). */
export function teamRoutes(desk: Desk): Router {
  const router = Router()

  router.get(
    '/teams',
    route(desk, nothing, async (_body, request) => {
      const by = await whoMay(desk, request, 'routing')
      return 'refused' in by ? by : { teams: await listTeams(desk), tags: await listTags(desk) }
    }),
  )
  router.post(
    '/teams',
    route(desk, api.newTeam, async (body, request) => {
      const by = await whoMay(desk, request, 'routing')
      return 'refused' in by ? by : createTeam(desk, by, body)
    }),
  )
  router.patch(
    '/teams/:id',
    route(desk, api.changedTeam, async (body, request) => {
      const by = await whoMay(desk, request, 'routing')
      if ('refused' in by) return by
      const asked = withId.safeParse(request.params)
      return asked.success ? changeTeam(desk, by, asked.data.id, body) : { refused: 'not_found' }
    }),
  )
  router.delete(
    '/teams/:id',
    route(desk, nothing, async (_body, request) => {
      const by = await whoMay(desk, request, 'routing')
      if ('refused' in by) return by
      const asked = withId.safeParse(request.params)
      return asked.success ? deleteTeam(desk, by, asked.data.id) : { refused: 'not_found' }
    }),
  )
  router.patch(
    '/tags/:id',
    route(desk, api.changedTag, async ({ name }, request) => {
      const by = await whoMay(desk, request, 'routing')
      if ('refused' in by) return by
      const asked = withId.safeParse(request.params)
      return asked.success ? renameTag(desk, by, asked.data.id, name) : { refused: 'not_found' }
    }),
  )
  router.delete(
    '/tags/:id',
    route(desk, nothing, async (_body, request) => {
      const by = await whoMay(desk, request, 'routing')
      if ('refused' in by) return by
      const asked = withId.safeParse(request.params)
      return asked.success ? deleteTag(desk, by, asked.data.id) : { refused: 'not_found' }
    }),
  )
  return router
}
