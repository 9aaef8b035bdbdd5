import { z } from 'zod'
import { followParent } from '../server/parent.ts'
import { createStore } from './app.ts'
import { reportOrders, reportToDesk } from './report-to-desk.ts'

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  DESK_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:3000'),
  SHOP_ID: z.string().min(1),
  SHOP_SECRET: z.string().min(32),
  /** With it the shop tells the desk what its customers agreed to and ordered. */
  API_TOKEN: z.string().min(32).optional(),
  DATA_DIR: z.string().default('./data'),
})

const say = (line: string): void => void process.stdout.write(`${line}\n`)
const fail = (line: string): never => {
  process.stderr.write(`demo store: ${line}\n`)
  process.exit(1)
}

const parsed = environment.safeParse(process.env)
if (!parsed.success) fail(`the settings do not fit. ${z.prettifyError(parsed.error)}`)
else {
  const { HOST, PORT, DESK_URL, SHOP_ID, SHOP_SECRET, API_TOKEN, DATA_DIR } = parsed.data
  const store = await createStore({
    host: HOST,
    port: PORT,
    deskUrl: DESK_URL,
    shopId: SHOP_ID,
    shopSecret: SHOP_SECRET,
    dataDir: DATA_DIR,
    now: Date.now,
    onError: (error) => console.error('demo store:', error),
  }).catch((error: unknown) => {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    return fail(
      taken
        ? `port ${PORT} is taken. Set STORE_PORT to another one.`
        : error instanceof Error
          ? error.message
          : String(error),
    )
  })

  const leaves = new AbortController()
  if (API_TOKEN !== undefined) {
    const desk = { deskUrl: DESK_URL, token: API_TOKEN, signal: leaves.signal }
    void reportToDesk({ ...desk, now: Date.now() })
    void reportOrders({ ...desk, orders: store.orders })
  }
  let leaving = false
  const leave = (): void => {
    if (leaving) return
    leaving = true
    leaves.abort()
    store.close().then(
      () => process.exit(0),
      (error: unknown) => fail(String(error)),
    )
  }
  process.on('SIGTERM', leave)
  process.on('SIGINT', leave)
  followParent(leave)
  say(`demo store at ${store.url}`)
}
