import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import channels from '../demo-channels.json' with { type: 'json' }
import { connect } from '../store/connect.ts'
import { openEmbedded } from '../store/embedded/open.ts'
import { runningServer } from '../store/embedded/running.ts'
import { migrate } from '../store/migrate.ts'
import { DatabaseProblem } from '../store/problem.ts'
import { seedTickets } from './tickets.ts'

const environment = z.object({
  NODE_ENV: z.string().default('development'),
  DATABASE_URL: z.string().optional(),
  DATA_DIR: z.string(),
})
const most = 5_000_000
const usage = `npm run seed -- --tickets 100000   (1 to ${most.toLocaleString('en')} invented tickets)`

/** `npm run seed`: fills a desk with invented tickets, also one that runs, to see how it bears them. */
async function main(): Promise<void> {
  const { NODE_ENV, DATABASE_URL, DATA_DIR } = environment.parse(process.env)
  if (NODE_ENV === 'production')
    throw new DatabaseProblem('Invented tickets are for trying out: not with NODE_ENV=production.')
  const { values } = parseArgs({
    options: { tickets: { type: 'string' }, messages: { type: 'string', default: '9' } },
  })
  const count = z.coerce.number().int().min(1).max(most).safeParse(values.tickets)
  const messages = z.coerce.number().int().min(1).max(100).safeParse(values.messages)
  if (!count.success || !messages.success) throw new DatabaseProblem(usage)
  const running = DATABASE_URL === undefined ? await runningServer(DATA_DIR) : null
  const own =
    DATABASE_URL === undefined && running === null
      ? await openEmbedded({ dataDir: DATA_DIR, log: (line) => console.log(line) })
      : null
  const store = connect(running ?? own?.config ?? { connectionString: DATABASE_URL ?? '' })
  try {
    await migrate(store.db)
    const members = await store.db.selectFrom('members').select('id').limit(1).execute()
    if (members.length === 0) throw new DatabaseProblem('There is no team yet. Run "npm start" once, then this again.')
    const begun = Date.now()
    await seedTickets(store.db, {
      tickets: count.data,
      messages: messages.data,
      run: randomUUID().slice(0, 8),
      now: begun,
      own: {
        email: channels.email.supportAddress,
        sms: channels.sms.number,
        whatsapp: channels.whatsapp.phoneNumberId,
        instagram: channels.instagram.accountId,
        messenger: channels.messenger.pageId,
      },
      newId: randomUUID,
      onBatch: (done) => console.log(`${done} of ${count.data}`),
    })
    console.log(`${count.data} tickets in ${((Date.now() - begun) / 1_000).toFixed(0)} s.`)
    if (running !== null) console.log('The desk is running: load its pages again to see them.')
  } finally {
    await store.close()
    await own?.close()
  }
}

main().catch((error: unknown) => {
  const expected = error instanceof DatabaseProblem || (error instanceof TypeError && 'code' in error)
  console.error(expected ? `${error.message}${error instanceof TypeError ? `\n${usage}` : ''}` : error)
  process.exit(1)
})
