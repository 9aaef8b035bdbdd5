import { createServer, type IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import express from 'express'
import helmet from 'helmet'
import type { PoolConfig } from 'pg'
import { Server } from 'socket.io'
import { mailLimits, mailTokens, openMailThreads, openSmtpDoor } from './channels/mail.ts'
import type { Clock, MovableClock } from './clock.ts'
import type { Config } from './config.ts'
import { firstSettings } from './desk/current-settings.ts'
import type { Change, Desk } from './desk/desk.ts'
import { followTestClock } from './desk/move-test-clock.ts'
import { meetNeighbours } from './desk/neighbours.ts'
import { keepLease, leaveLease } from './desk/presence.ts'
import { isStorefront } from './desk/public-settings.ts'
import { beginSettings } from './desk/save-settings.ts'
import { seedDemo } from './desk/seed-demo.ts'
import { ownerLink } from './desk/sign-in.ts'
import { startAsking } from './jobs/ask-names.ts'
import { startBulks } from './jobs/bulks.ts'
import { startErrands } from './jobs/errands.ts'
import { startTakingAgain } from './jobs/failed-hooks.ts'
import { startFetching } from './jobs/fetch-files.ts'
import { startNotices } from './jobs/notices.ts'
import { startSweeps } from './jobs/sweep.ts'
import { startWebhooks } from './jobs/webhooks.ts'
import type { Log } from './log.ts'
import { limits } from './protocol/limits.ts'
import { createSecrets } from './secrets.ts'
import { connect } from './store/connect.ts'
import { migrate } from './store/migrate.ts'
import { openAgentDoor } from './web/agent-socket.ts'
import { openCustomerDoor } from './web/customer-socket.ts'
import { originCheck, originOnly } from './web/handshake.ts'
import { jsonBody, lastResort, ownPagesOnly, refuse } from './web/http.ts'
import { mailDoor } from './web/mail-door.ts'
import { createLive } from './web/live.ts'
import type { AgentServer, CustomerServer } from './web/rooms.ts'
import { attachmentRoutes, fileLinkRoutes } from './web/routes/attachments.ts'
import { chatFileRoutes } from './web/routes/chat-files.ts'
import { hookRoutes } from './web/routes/hooks.ts'
import { articleRoutes } from './web/routes/articles.ts'
import { accountRoutes } from './web/routes/account.ts'
import { inboxRoutes } from './web/routes/inbox.ts'
import { mailPageRoutes, mailRoutes } from './web/routes/mails.ts'
import { memberRoutes } from './web/routes/members.ts'
import { installRoutes } from './web/routes/install.ts'
import { metricsRoutes } from './web/routes/metrics.ts'
import { ratingRoutes } from './web/routes/rating.ts'
import { recordRoutes } from './web/routes/records.ts'
import { replyRoutes } from './web/routes/replies.ts'
import { settingsRoutes } from './web/routes/settings.ts'
import { shopApiRoutes } from './web/routes/shop-api.ts'
import { shopifyRoutes } from './web/routes/shopify.ts'
import { shortLinkRoutes } from './web/routes/short-links.ts'
import { stateRoutes } from './web/routes/state.ts'
import { storefrontRoutes } from './web/routes/storefront.ts'
import { routingRoutes } from './web/routes/routing.ts'
import { teamRoutes } from './web/routes/teams.ts'
import { testClockRoutes } from './web/routes/test-clock.ts'
import { webhookRoutes } from './web/routes/webhooks.ts'
import { createSightings } from './web/sightings.ts'

export type App = {
  /** Where the desk listens, without a slash at the end. */
  url: string
  /** Where mail comes in; null: nowhere. */
  smtpPort: number | null
  /** The first owner's one-time setup link; null once there is an owner. */
  setupLink: string | null
  /** Stops taking requests, lets running ones end, and leaves the database in peace. */
  close(): Promise<void>
}

export type Parts = {
  config: Config
  database: PoolConfig
  clock: Clock
  /** Given when TEST_CLOCK is on: the same clock, movable. */
  testClock?: MovableClock
  /** Sessions, tokens and links run on this one. */
  realClock: Clock
  log: Log
}

/** Puts the desk together and starts it. Tests start this very function. */
export async function createApp({ config, database, clock, testClock, realClock, log }: Parts): Promise<App> {
  const store = connect(database)
  await migrate(store.db)
  const secrets = createSecrets(config.appSecret)
  const shop = { id: config.shopId, secret: config.shopSecret }
  let publicUrl = config.publicUrl
  let closing = false
  let hurry = () => {}
  let tellNeighbours = (_changes: Change[]) => {}
  const ownOrigin = () => publicUrl ?? ''

  const web = express()
  web.disable('x-powered-by')
  web.set('trust proxy', config.trustedProxies)
  const server = createServer(web)
  const lines = new Set<Socket>()
  server.on('connection', (line) => {
    lines.add(line)
    line.once('close', () => lines.delete(line))
  })
  const io = { serveClient: false, maxHttpBufferSize: limits.packetBytes, connectTimeout: 5_000 } as const
  const customers: CustomerServer = new Server(server, {
    ...io,
    path: '/socket/customer',
    cors: { origin: true },
    allowRequest: originCheck((origin) => isStorefront(desk, origin), 'allow'),
  })
  const agents: AgentServer = new Server(server, {
    ...io,
    path: '/socket/agent',
    allowRequest: originCheck((origin) => origin === ownOrigin(), 'refuse'),
  })
  // Of a shopper's first request only the origin is looked at again; it costs memory on every connection. An agent's
  // holds the cookie.
  customers.engine.on('connection', (socket: { request: IncomingMessage | object }) => {
    socket.request = originOnly(socket.request)
  })

  const live = createLive(() => desk, customers, agents)
  const desk: Desk = {
    db: store.db,
    clock,
    realClock,
    secrets,
    log,
    settings: { last: null },
    processId: secrets.newId(),
    providers: config.providers,
    mail: mailTokens((value) => secrets.sign('mail', value)),
    hooksUrl: () => config.hooksUrl ?? ownOrigin(),
    pageUrl: ownOrigin,
    publish(changes) {
      live.publish(changes)
      tellNeighbours(changes)
    },
    hurry: () => hurry(),
  }

  await beginSettings(desk, firstSettings('Your shop', Intl.DateTimeFormat().resolvedOptions().timeZone, []))
  if (testClock !== undefined) await followTestClock(desk, testClock)
  if (config.demoStore !== null) await seedDemo(desk, config.demoStore, config.sandboxSecret)

  const mailThreads = openMailThreads({ log })
  web.use(helmet(inboxHeaders))
  web.use(stateRoutes(desk, () => closing))
  web.use(metricsRoutes(desk, customers, agents, config.metricsToken))
  const sightings = createSightings(desk)
  web.use(storefrontRoutes(desk, config.distDir, shop, sightings))
  web.use('/api/hub/messages', chatFileRoutes({ desk, shop, sightings }))
  if (testClock !== undefined) web.use(testClockRoutes(desk, testClock))
  web.use('/hooks', hookRoutes(desk))
  if (config.shopify !== null) web.use('/shopify', shopifyRoutes(desk, config.shopify, shop))
  web.use('/l', shortLinkRoutes(desk))
  web.use('/files', fileLinkRoutes(desk))
  web.use('/rate', ratingRoutes(desk))
  web.use('/api/shop', shopApiRoutes(desk, config.apiToken))
  web.use(recordRoutes(desk))
  web.use('/api', ownPagesOnly(ownOrigin), jsonBody, (_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  web.use('/api', accountRoutes(desk, config.publicUrl?.startsWith('https:') ?? false))
  web.use('/api', memberRoutes(desk, ownOrigin))
  web.use('/api', teamRoutes(desk))
  web.use('/api/settings/install', installRoutes(desk, config))
  web.use('/api', routingRoutes(desk))
  web.use('/api/settings', settingsRoutes(desk))
  web.use('/api/webhooks', webhookRoutes(desk, !config.production))
  web.use('/api/articles', articleRoutes(desk))
  web.use('/api/mails', mailRoutes(desk, mailThreads))
  web.use('/mail', mailPageRoutes(desk, mailThreads))
  web.use('/api/attachments', attachmentRoutes(desk))
  web.use('/api/tickets', replyRoutes(desk))
  web.use(inboxRoutes(config.distDir))
  web.get('/', (_request, response) => response.redirect('/inbox/'))
  web.use((_request, response) => refuse(response, 'not_found'))
  web.use(lastResort(() => desk))

  // A page that connects is written down under this process: it must be known before the first one comes.
  await keepLease(desk)
  const neighbours = await meetNeighbours(desk, database, { changed: live.publish, missed: live.comeAgain })
  tellNeighbours = neighbours.tell
  const doors = [openCustomerDoor({ desk, customers, shop, sightings }), openAgentDoor({ desk, agents })]

  const receive = mailDoor(desk, mailThreads)
  const smtp =
    config.smtp === null ? null : await openSmtpDoor({ ...config.smtp, maxBytes: mailLimits.bytes, receive, log })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
  publicUrl ??= url
  const setup = await ownerLink(desk)
  const sweeps = startSweeps(desk, {
    async beforeTimers() {
      if (testClock !== undefined) await followTestClock(desk, testClock)
    },
    leaseLost: live.comeAgain,
  })
  const errands = startErrands(desk)
  const files = startFetching(desk)
  const notices = startNotices(desk)
  const webhooks = startWebhooks(desk, { local: !config.production })
  const names = startAsking(desk)
  const hooks = await startTakingAgain(desk)
  const bulks = startBulks(desk)
  hurry = () => {
    bulks.hurry()
    errands.hurry()
    files.hurry()
    hooks.hurry()
    names.hurry()
    notices.hurry()
    webhooks.hurry()
  }

  return {
    url,
    smtpPort: smtp?.port ?? null,
    setupLink: setup === null ? null : `${publicUrl}/inbox/join#${setup}`,
    async close() {
      closing = true
      for (const door of doors) door.close()
      live.close()
      const postClosed = smtp?.close()
      // A page that has gone to sleep answers no goodbye; its websocket would wait half a minute for one.
      const patience = setTimeout(() => {
        for (const line of lines) line.destroy()
      }, 2_000)
      await Promise.all([customers.close(), agents.close()])
      clearTimeout(patience)
      const running = [sweeps, bulks, errands, files, notices, webhooks, names, hooks]
      await Promise.all([...running.map((one) => one.stop()), postClosed])
      await mailThreads.close()
      await neighbours.close()
      await leaveLease(desk).catch((error: unknown) => log.warn({ err: error }, 'the lease was left to run out'))
      await store.close()
    },
  }
}

const inboxHeaders = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'media-src': ["'self'"],
      'connect-src': ["'self'"],
      'font-src': ["'self'"],
      'manifest-src': ["'self'"],
      // Mails, each in a sandbox (P-2).
      'frame-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  referrerPolicy: { policy: 'no-referrer' as const },
}
