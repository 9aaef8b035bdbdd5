import { Router } from 'express'
import { z } from 'zod'
import { probe } from '../../channels/probe.ts'
import { knownSecrets, saveChannelSecrets } from '../../desk/channel-secrets.ts'
import { connectionsNow, idsAtProvider } from '../../desk/connections.ts'
import type { Desk } from '../../desk/desk.ts'
import { foresee } from '../../desk/foresee.ts'
import { accentOf, previewSettings, readStoredSettings, saveSettings } from '../../desk/save-settings.ts'
import { secretChanges } from '../../protocol/channel-secrets.ts'
import { foresightAsk } from '../../protocol/foresight.ts'
import { httpApi } from '../../protocol/http-api.ts'
import { storedSettings } from '../../protocol/settings.ts'
import { route, whoMay } from '../http.ts'
import { hooksAt } from './hooks.ts'

const nothing = z.object({})
const test = httpApi['POST /api/settings/test'].body
const draft = httpApi['POST /api/settings/preview'].body

/** The settings page: owner and admin only (D-7). */
export function settingsRoutes(desk: Desk): Router {
  const router = Router()
  const zones = Intl.supportedValuesOf('timeZone')

  router.get(
    '/',
    route(desk, nothing, async (_body, request) => {
      const member = await whoMay(desk, request, 'settings')
      return 'refused' in member ? member : { ...(await readStoredSettings(desk)), zones }
    }),
  )

  router.put(
    '/',
    route(desk, storedSettings, async (body, request) => {
      const member = await whoMay(desk, request, 'settings')
      return 'refused' in member ? member : saveSettings(desk, member, body)
    }),
  )

  router.post(
    '/foresee',
    route(desk, foresightAsk, async (body, request) => {
      const member = await whoMay(desk, request, 'settings')
      return 'refused' in member ? member : foresee(desk, body)
    }),
  )

  router.get(
    '/secrets',
    route(desk, nothing, async (_body, request) => {
      const member = await whoMay(desk, request, 'settings')
      return 'refused' in member ? member : { known: await knownSecrets(desk), hooks: hooksAt(desk.hooksUrl()) }
    }),
  )

  router.put(
    '/secrets',
    route(desk, secretChanges, async (body, request) => {
      const member = await whoMay(desk, request, 'settings')
      return 'refused' in member ? member : saveChannelSecrets(desk, member, body)
    }),
  )

  router.post(
    '/test',
    route(desk, test, async ({ channel }, request) => {
      const member = await whoMay(desk, request, 'settings')
      if ('refused' in member) return member
      const [connections, ids] = await Promise.all([connectionsNow(desk, true), idsAtProvider(desk, channel)])
      return probe(channel, connections, ids)
    }),
  )

  router.post(
    '/preview',
    route(desk, draft, async (body, request) => {
      const member = await whoMay(desk, request, 'settings')
      if ('refused' in member) return member
      return { ...(await previewSettings(desk, body.settings, body.moments)), accent: accentOf(body.settings) }
    }),
  )
  return router
}
