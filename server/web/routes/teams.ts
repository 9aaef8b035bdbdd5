import { Router } from 'express'
import { z } from 'zod'
import type { Desk } from '../../desk/desk.ts'
import type { Member } from '../../desk/sign-in.ts'
import { deleteTag, listTags, renameTag } from '../../desk/tags.ts'
import { changeTeam, createTeam, deleteTeam, listTeams } from '../../desk/teams.ts'
import type { ErrorCode } from '../../protocol/errors.ts'
import * as api from '../../protocol/teams-api.ts'
import { route, whoMay } from '../http.ts'

const nothing = z.object({})
const withId = z.object({ id: z.uuid() })

/** Teams (D-4) and tags (D-5): manager and up keep them (D-7). */
export function teamRoutes(desk: Desk): Router {
  const router = Router()
  const onOne = <S extends z.ZodType>(
    shape: S,
    run: (by: Member, id: string, body: z.output<S>) => Promise<{ done: true } | { refused: ErrorCode }>,
  ) =>
    route(desk, shape, async (body, request) => {
      const by = await whoMay(desk, request, 'routing')
      if ('refused' in by) return by
      const asked = withId.safeParse(request.params)
      return asked.success ? run(by, asked.data.id, body) : { refused: 'not_found' }
    })

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
    onOne(api.changedTeam, (by, id, change) => changeTeam(desk, by, id, change)),
  )
  router.delete(
    '/teams/:id',
    onOne(nothing, (by, id) => deleteTeam(desk, by, id)),
  )
  router.patch(
    '/tags/:id',
    onOne(api.changedTag, (by, id, { name }) => renameTag(desk, by, id, name)),
  )
  router.delete(
    '/tags/:id',
    onOne(nothing, (by, id) => deleteTag(desk, by, id)),
  )
  return router
}
