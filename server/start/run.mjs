import { join } from 'node:path'
import { build } from './build.mjs'
import { dataDir } from './folders.mjs'
import { startPart } from './part.mjs'
import { choosePorts, host } from './ports.mjs'
import { prepare } from './prepare.mjs'
import { StartProblem } from './problem.mjs'
import { keepSecrets } from './secrets.mjs'
import { welcome } from './welcome.mjs'

/** The processes of the product, in the order in which they start. One more is one more line here. */
const parts = [
  { name: 'desk', file: 'dist/server/main.js', variable: 'PORT', port: 3000, upAt: '/readyz' },
  { name: 'store', file: 'dist/demo-store/main.js', variable: 'STORE_PORT', port: 3001, upAt: '/healthz' },
  { name: 'sandbox', file: 'dist/sandbox/main.js', variable: 'SANDBOX_PORT', port: 3002, upAt: '/healthz' },
]

/** Where mail comes in, at the desk and at the sandbox. */
const mailDoors = [
  { name: 'desk mail', variable: 'SMTP_PORT', port: 2525 },
  { name: 'sandbox mail', variable: 'SANDBOX_SMTP_PORT', port: 2526 },
]

/** Runs the whole product until it is told to stop; sets the exit code. */
export async function run() {
  const { signal } = followSignals()
  const running = []
  try {
    refuseProduction()
    await choosePorts([...parts, ...mailDoors])
    await prepare({ signal })
    await build({ signal })
    const planned = await plan()
    signal.throwIfAborted()
    for (const part of planned) running.push(startPart(part))
    await until(signal, running, Promise.all(running.map((part) => part.up())))
    console.log(welcome(planned))
    await until(signal, running)
  } catch (error) {
    if (!signal.aborted) {
      console.error(error instanceof StartProblem ? error.message : error)
      process.exitCode = 1
    }
  }
  await Promise.all(running.map((part) => part.stop()))
  process.exit()
}

/** Waits for `done`, but no longer than until a part ends or we are told to stop; both reject. */
function until(signal, running, done = new Promise(() => undefined)) {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
    for (const part of running) part.gone.then(() => reject(part.ending()), reject)
    done.then(resolve, reject)
  })
}

function refuseProduction() {
  if (process.env.NODE_ENV !== 'production') return
  throw new StartProblem(
    '"npm start" brings a demo shop and accounts whose passwords everyone knows, so it does not run with ' +
      'NODE_ENV=production. Use "npm run serve" there.',
  )
}

/** What each part is told by its environment: its own port as PORT, and what they share. */
async function plan() {
  const ports = await choosePorts([...parts, ...mailDoors])
  const url = (name) => `http://${host}:${ports.get(name)}`
  const secrets = keepSecrets(dataDir)
  const shared = {
    ...process.env,
    HOST: host,
    DATA_DIR: dataDir,
    DEMO: '1',
    PUBLIC_URL: url('desk'),
    DESK_URL: url('desk'),
    STORE_URL: url('store'),
    SHOP_ID: 'demo-shop',
    SHOP_SECRET: process.env.SHOP_SECRET || secrets.shop,
    APP_SECRET: process.env.APP_SECRET || secrets.app,
    // The demo store reports to the desk as a shop's own systems do.
    API_TOKEN: process.env.API_TOKEN || secrets.api,
    // The carriers of the demo stand in for the real ones; one secret is all that they and the desk share.
    SANDBOX_URL: url('sandbox'),
    SANDBOX_SECRET: process.env.SANDBOX_SECRET || secrets.sandbox,
    TWILIO_API_URL: url('sandbox'),
    META_GRAPH_URL: url('sandbox'),
    SMTP_RELAY_URL: `smtp://${host}:${ports.get('sandbox mail')}`,
  }
  for (const { name, variable } of [...parts, ...mailDoors]) shared[variable] = String(ports.get(name))
  return parts.map((part) => ({
    ...part,
    url: url(part.name),
    env: { ...shared, PORT: String(ports.get(part.name)) },
    logFile: join(dataDir, `${part.name}.log`),
  }))
}

/** Aborts on Ctrl-C and its kin, and when npm, which started us, is gone without having told us. */
function followSignals() {
  const told = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => told.abort())
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && told.abort(), 500).unref()
  }
  return told
}
