import { SignJWT } from 'jose'
import { io, type Socket } from 'socket.io-client'
import { createApp } from '../../server/app.ts'
import { type MovableClock, systemClock } from '../../server/clock.ts'
import type { Config } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import type { FromAgent, ToAgent } from '../../server/protocol/agent-events.ts'
import type { FromCustomer, ToCustomer } from '../../server/protocol/customer-events.ts'
import { httpApi } from '../../server/protocol/http-api.ts'
import type { Role } from '../../server/protocol/role.ts'
import { type Settings, storedSettings } from '../../server/protocol/settings.ts'
import { protocolVersion } from '../../server/protocol/version.ts'
import { createSecrets } from '../../server/secrets.ts'
import { connect, type Db } from '../../server/store/connect.ts'
import { createMember, createSession } from '../../server/store/members.ts'
import { writeAhead } from '../../server/store/test-clock.ts'
import { createDatabase } from '../database/create.ts'

export type ShopperSocket = Socket<ToCustomer, FromCustomer>
export type AgentSocket = Socket<ToAgent, FromAgent>

export const storefront = 'http://shop.example'
const shop = { id: 'test-shop', secret: 'the shop secret of the tests, long enough' }
const appSecret = 'the app secret of the tests, long enough'
/** Of the shop's own systems. */
export const apiToken = 'the api token of the tests, long enough'
export const password = 'a password of the tests'

export type Installation = Awaited<ReturnType<typeof startInstallation>>

const withMe = httpApi['GET /api/me'].answer

/** `at`: the address of another process of the desk. */
type Given = { at?: string; origin?: string | null; v?: number; transport?: 'websocket' | 'polling' }

const hours = 3_600_000
/** Nobody listens there: a test that sends something gives its own provider. */
const nowhere = 'http://127.0.0.1:9'

/**
 * A whole desk on a port of its own with a database of its own, and hands to use it as the three users would. Business
 * time stands at `at` and moves by hand (`advance`).
 */
export async function startInstallation(
  at = Date.UTC(2026, 10, 18, 10, 0),
  change: Partial<Config> = {},
  log = createLog('silent'),
) {
  const database = await createDatabase()
  const clock: MovableClock = { ahead: 0, now: () => at + clock.ahead }
  const config: Config = {
    production: false,
    host: '127.0.0.1',
    port: 0,
    databaseUrl: null,
    dataDir: './data',
    distDir: './dist',
    publicUrl: null,
    appSecret,
    shopId: shop.id,
    shopSecret: shop.secret,
    shopify: null,
    trustedProxies: 0,
    metricsToken: null,
    apiToken,
    logLevel: 'silent',
    testClock: false,
    demoStore: null,
    sandboxSecret: null,
    hooksUrl: null,
    smtp: null,
    providers: { twilioUrl: nowhere, metaUrl: nowhere, metaVersion: 'v25.0', relayUrl: null },
    ...change,
  }
  const start = () =>
    createApp({
      config,
      database: database.config,
      clock,
      testClock: clock,
      realClock: systemClock,
      log,
    })
  let app = await start()
  const store = connect(database.config)
  const sockets: { disconnect(): unknown }[] = []
  const secrets = createSecrets(appSecret)
  let members = 0

  const token = (sub: string, claims: Record<string, unknown> = {}) =>
    new SignJWT({ name: sub, email: `${sub}@post.example`, ...claims })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(sub)
      .setAudience(shop.id)
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(new TextEncoder().encode(shop.secret))

  const options = (path: string, auth: object, given: Given, headers: Record<string, string | null>) => ({
    path,
    auth,
    transports: [given.transport ?? 'websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: Object.fromEntries(
      Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
  })

  const connected = async <S extends Socket>(socket: S): Promise<S> => {
    sockets.push(socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', reject)
      // A server that closes the connection without a word has refused too; one that said why is heard first.
      socket.io.once('close', (reason) => void setImmediate(() => reject(new Error(reason))))
    })
    return socket
  }

  const installation = {
    get url() {
      return app.url
    },
    /** Where mail comes in. */
    get smtpPort() {
      return app.smtpPort
    },
    get setupLink() {
      return app.setupLink
    },
    clock,
    secrets,
    db: store.db satisfies Db,
    shop,
    token,

    /** A shopper's socket with a token of the shop, or with whatever is given instead. */
    async shopper(sub: string, given: Given & { token?: unknown; zone?: unknown } = {}): Promise<ShopperSocket> {
      const shown = 'token' in given ? given.token : await token(sub)
      const auth = { v: given.v ?? protocolVersion, token: shown, zone: given.zone }
      const origin = given.origin === undefined ? storefront : given.origin
      return connected<ShopperSocket>(io(given.at ?? app.url, options('/socket/customer', auth, given, { origin })))
    },

    /** Makes a member with a session. Only who signs in by hand needs the password: scrypt is slow on purpose. */
    async member(role: Role = 'support', name = `Agent ${++members}`, given: { mayType?: boolean } = {}) {
      const email = `${name.toLowerCase().replaceAll(' ', '.')}@desk.example`
      const id = secrets.newId()
      const passwordHash = given.mayType === true ? await secrets.hashPassword(password) : 'none'
      await createMember(store.db, { id, name, email, role, passwordHash, at: clock.now() })
      const session = secrets.newToken()
      const now = systemClock.now()
      await createSession(store.db, secrets.hashToken(session), id, now, now + hours)
      return { id, name, email, cookie: `hub=${session}` }
    },

    async agentSocket(cookie: string, given: Given = {}): Promise<AgentSocket> {
      const at = given.at ?? app.url
      const origin = given.origin === undefined ? at : given.origin
      const auth = { v: given.v ?? protocolVersion }
      return connected<AgentSocket>(io(at, options('/socket/agent', auth, given, { cookie, origin })))
    },

    async agent(role: Role = 'support', name?: string) {
      const member = await installation.member(role, name)
      return { ...member, socket: await installation.agentSocket(member.cookie) }
    },

    /** Moves business time on; what is due then has happened when this returns. */
    async advance(ms: number): Promise<void> {
      const answer = await installation.post('/test/clock', { advance: ms })
      if (!answer.ok) throw new Error(`The clock was not moved: ${await answer.text()}`)
    },

    /** Moves it, or sets it back, as somebody sets a machine's clock: nobody is told, and the sweeps find out. */
    async setClock(by: number): Promise<void> {
      clock.ahead += by
      await writeAhead(store.db, clock.ahead)
    },

    post(path: string, body: unknown, headers: Record<string, string> = {}, method = 'POST') {
      return fetch(app.url + path, {
        method,
        headers: { 'content-type': 'application/json', origin: app.url, 'x-hub': '1', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
    },

    get(path: string, headers: Record<string, string> = {}) {
      return fetch(app.url + path, { headers })
    },

    /** Whose session a cookie is; null for nobody's. */
    async whoIs(cookie: string) {
      return withMe.parse(await (await installation.get('/api/me', { cookie })).json()).me
    },

    /** Opens the shop for chat, with office hours and both answers if wanted. */
    async settings(change: (settings: Settings) => Settings = (settings) => settings): Promise<void> {
      const owner = await installation.member('owner')
      const stored = storedSettings.parse(await (await installation.get('/api/settings', owner)).json())
      const open: Settings = {
        ...stored.settings,
        general: { ...stored.settings.general, timeZone: 'Europe/Berlin', storefronts: [storefront] },
        hub: { ...stored.settings.hub, on: true, launcher: true },
        webChat: { ...stored.settings.webChat, visibility: 'signed_in' },
        // A line more in every thread: tests of automatic tags switch it on.
        tagging: { ...stored.settings.tagging, on: false },
      }
      const answer = await installation.post(
        '/api/settings',
        { version: stored.version, settings: change(open) },
        { cookie: owner.cookie },
        'PUT',
      )
      if (!answer.ok) throw new Error(`The settings were not saved: ${await answer.text()}`)
    },

    /** Another process of the same desk, on the same database. */
    secondProcess: () => start(),

    /** Ends the desk in an orderly way and starts it again on the same database, `ms` of business time later. */
    async restart(ms = 0) {
      for (const socket of sockets.splice(0)) socket.disconnect()
      await app.close()
      if (ms > 0) await writeAhead(store.db, clock.ahead + ms)
      app = await start()
    },

    async close() {
      for (const socket of sockets) socket.disconnect()
      await app.close()
      await store.close()
      await database.drop()
    },
  }
  return installation
}
