import { createServer } from 'node:http'
import express, { type ErrorRequestHandler } from 'express'
import { createActs } from './acts.ts'
import { loadAssets } from './assets.ts'
import { brand } from './brand.ts'
import { createDesk } from './desk.ts'
import { createFiles } from './files.ts'
import { createPostOffice } from './mail/post-office.ts'
import { openRelay } from './mail/relay.ts'
import { createMemory } from './memory.ts'
import { createGraph } from './meta/graph.ts'
import { metaRoutes } from './meta/routes.ts'
import { createWhatsApp } from './meta/whatsapp.ts'
import { people } from './people.ts'
import { createPostbag } from './postbag.ts'
import { createProgress } from './progress.ts'
import { createReports } from './reports.ts'
import { actRoutes } from './routes/acts.ts'
import { fileRoutes } from './routes/files.ts'
import { pageRoutes, security } from './routes/page.ts'
import { createPanel } from './switches.ts'
import { twilioRoutes } from './twilio/routes.ts'
import { createSms } from './twilio/sms.ts'

export type SandboxOptions = {
  /** Where the desk is, and where providers believe it to be; they sign the second. */
  deskUrl: string
  hooksUrl?: string | undefined
  /** The desk's own mail door. */
  smtpPort: number
  /** Twilio's auth token, Meta's app secret, verify token and access token alike. */
  secret: string
  host?: string
  /** 0 takes any free one. */
  port: number
  smtpListenPort: number
  /** Milliseconds between what happens to a message and the telling of it. */
  paceMs?: number
  now?: () => number
  /** A line for each exchange with the desk. */
  log?: (line: string) => void
}

export type Sandbox = Awaited<ReturnType<typeof createSandbox>>

/**
 * The carriers of the demo: Twilio, Meta and the mail of the whole world, with a person at each end. Speaks their wire to
 * the desk's doors and answers its calls. Rejects when a port is taken.
 */
export const createSandbox = async (options: SandboxOptions) => {
  const { deskUrl, secret, host = '127.0.0.1', paceMs = 0, now = Date.now, log = () => {} } = options
  const memory = createMemory(now, log)
  const files = createFiles()
  const panel = createPanel(memory.changed)
  const reports = createReports(panel, { paceMs })
  const desk = createDesk(memory, { deskUrl, hooksUrl: options.hooksUrl ?? deskUrl })
  const postbag = createPostbag(memory)
  let selfUrl = ''
  const progress = createProgress({ memory, panel, reports }, () => ({
    sms: sms.report,
    whatsapp: whatsapp.report,
    instagram: instagram.report,
    messenger: messenger.report,
  }))
  const parts = { memory, files, panel, reports, desk, postbag, progress, secret, selfUrl: () => selfUrl }
  const sms = createSms(parts)
  const whatsapp = createWhatsApp(parts)
  const instagram = createGraph('instagram', parts)
  const messenger = createGraph('messenger', parts)
  const office = createPostOffice(parts, () => smtpPort)
  let { smtpPort } = options
  const acts = createActs(parts, { sms, whatsapp, instagram, messenger }, office)

  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.get('/healthz', (_request, response) => void response.set('Cache-Control', 'no-store').json({ ok: true }))
  app.use(twilioRoutes(parts, sms), metaRoutes(parts, { instagram, messenger }), fileRoutes(files))
  app.use(
    security,
    pageRoutes({ acts, assets: loadAssets(), memory, panel, reports, deskUrl: desk.url }),
    actRoutes(acts),
  )
  app.use((_request, response) => void response.status(404).type('text/plain').send('There is no such page here.'))
  const broken: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    log(`a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    response.status(500).type('text/plain').send('The sandbox has a fault of its own; its log says which.')
  }
  app.use(broken)

  const relay = await openRelay(parts, office, { host, port: options.smtpListenPort })
  const server = createServer(app)
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(options.port, host, resolve)
    })
  } catch (error) {
    await relay.close()
    throw error
  }
  const address = server.address()
  selfUrl = `http://${host}:${typeof address === 'object' && address !== null ? address.port : options.port}`

  return {
    ...acts,
    url: selfUrl,
    smtpUrl: `smtp://${host}:${relay.port}`,
    brand,
    people,
    /** For a desk that is started after its carriers: where it is. */
    meet(where: { deskUrl: string; hooksUrl?: string; smtpPort: number }): void {
      desk.meet({ deskUrl: where.deskUrl, hooksUrl: where.hooksUrl ?? where.deskUrl })
      smtpPort = where.smtpPort
    },
    async close(): Promise<void> {
      desk.close()
      postbag.close()
      office.close()
      await Promise.all([reports.close(), relay.close()])
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // Answers that are held for ever would hold us too.
      server.closeAllConnections()
      await closed
    },
  }
}
