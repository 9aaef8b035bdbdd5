import { type Clock, movableClock, systemClock } from './clock.ts'
import { createApp } from './app.ts'
import { ConfigProblem, readConfig } from './config.ts'
import { createLog } from './log.ts'
import { followParent } from './parent.ts'
import { openEmbedded } from './store/embedded/open.ts'
import { DatabaseProblem } from './store/problem.ts'

/** The only place that reads the environment and answers to signals. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const testClock = config.testClock ? movableClock() : undefined
  const clock: Clock = testClock ?? systemClock
  const embedded =
    config.databaseUrl === null
      ? await openEmbedded({ dataDir: config.dataDir, log: (line) => log.info({ where: 'database' }, line) })
      : null
  const database = embedded === null ? { connectionString: config.databaseUrl ?? '' } : embedded.config
  const app = await createApp({
    config,
    database,
    clock,
    realClock: systemClock,
    log,
    ...(testClock !== undefined && { testClock }),
  }).catch(async (error: unknown) => {
    await embedded?.close()
    throw error
  })
  log.info({ url: app.url }, 'the desk is open')
  if (app.setupLink !== null)
    console.log(`\nSet up the first owner here (works once, for a day):\n  ${app.setupLink}\n`)

  let closing = false
  const close = () => {
    if (closing) return
    closing = true
    app
      .close()
      .then(() => embedded?.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'closing failed')
          process.exit(1)
        },
      )
  }
  process.on('SIGTERM', close)
  process.on('SIGINT', close)
  followParent(close)
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise nobody waited for failed'))
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigProblem || error instanceof DatabaseProblem
  console.error(expected ? error.message : error)
  process.exit(1)
})
