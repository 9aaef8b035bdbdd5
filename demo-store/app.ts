import { createServer } from 'node:http'
import express, { type ErrorRequestHandler } from 'express'
import { loadAssets } from './assets.ts'
import { openBook } from './book.ts'
import { contentSecurity } from './content-security.ts'
import { type OrderReport, orderReport } from './order-reports.ts'
import { refuseForeignPosts } from './own-origin.ts'
import { brokenPage, notFoundPage } from './pages/refusals.ts'
import { accountRoutes } from './routes/account.ts'
import { answer } from './routes/answer.ts'
import { basketRoutes } from './routes/basket.ts'
import { browseRoutes } from './routes/browse.ts'
import { checkoutRoutes } from './routes/checkout.ts'
import { fileRoutes } from './routes/files.ts'
import { hubTokenRoutes } from './routes/hub-token.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { firstRecords } from './seeds/records.ts'
import { createSessions } from './session.ts'
import type { Store } from './store.ts'

export type StoreOptions = {
  /** Where the Customer Hub's server is, as browsers reach it. */
  deskUrl: string
  shopId: string
  shopSecret: string
  dataDir: string
  host: string
  /** 0 takes any free one. */
  port: number
  /** Milliseconds. */
  now: () => number
  /** Told about errors that are bugs; the shopper gets a page that says sorry. */
  onError?: (error: unknown) => void
}

export type RunningStore = {
  url: string
  /** All orders as they are now, as the desk is told of them. */
  orders(): readonly OrderReport[]
  close(): Promise<void>
}

/** Starts the shop. `close` waits for running requests and for the last write. Rejects when the port is taken. */
export const createStore = async (options: StoreOptions): Promise<RunningStore> => {
  const { shopId, shopSecret, now, onError = () => {} } = options
  const deskUrl = new URL(options.deskUrl).origin
  const book = await openBook(options.dataDir, () => firstRecords(now()))
  const store: Store = {
    book,
    sessions: createSessions(book, now),
    assets: loadAssets(),
    deskUrl,
    shopId,
    shopSecret,
    now,
  }

  // Known once the port is.
  let url = ''
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.get('/healthz', (_request, response) => void response.set('Cache-Control', 'no-store').json({ ok: true }))
  app.use(
    contentSecurity(deskUrl, () => url),
    fileRoutes(store),
  )
  app.use(refuseForeignPosts, express.urlencoded({ extended: false, limit: '20kb', parameterLimit: 40 }))
  app.use(browseRoutes(store), signInRoutes(store), basketRoutes(store), checkoutRoutes(store))
  app.use(accountRoutes(store), hubTokenRoutes(store))
  app.use((request, response) => answer(store, request, response, notFoundPage, 404))
  const broken: ErrorRequestHandler = (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error)
    const status = statusOf(error)
    if (status >= 500) onError(error)
    answer(store, request, response, status >= 500 ? brokenPage : notFoundPage, status)
  }
  app.use(broken)

  const server = createServer(app)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  url = urlOf(server.address(), options.host)
  return {
    url,
    orders: () => Object.values(book.records.orders).map((order) => orderReport(store.assets, url, order, now())),
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      await closed
      await book.save()
    },
  }
}

/** Bodies and addresses that cannot be read are the sender's mistake; all else is ours. */
const statusOf = (error: unknown): number => {
  const status = error instanceof Error && 'status' in error ? error.status : 500
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500
}

const urlOf = (address: ReturnType<ReturnType<typeof createServer>['address']>, host: string): string => {
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
