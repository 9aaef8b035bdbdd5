import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { mailTokens } from '../../server/channels/mail.ts'
import { systemClock } from '../../server/clock.ts'
import { firstSettings } from '../../server/desk/current-settings.ts'
import type { Desk } from '../../server/desk/desk.ts'
import { beginSettings } from '../../server/desk/save-settings.ts'
import { createLog } from '../../server/log.ts'
import { createSecrets } from '../../server/secrets.ts'
import { seedTickets } from '../../server/seed/tickets.ts'
import { connect, type Db } from '../../server/store/connect.ts'
import { openEmbedded } from '../../server/store/embedded/open.ts'
import { createMember } from '../../server/store/members.ts'
import { migrate } from '../../server/store/migrate.ts'

/** A desk without doors, on a database of that many invented tickets. */
export type GrownDesk = { desk: Desk; db: Db; agentId: string; tickets: number }

/** Runs `use` with a desk of each size, all in one cluster that writes to disk as in earnest. */
export async function withGrownDesks<Result>(
  sizes: readonly number[],
  use: (desks: GrownDesk[]) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-bench-'))
  // As root the server runs as another user, who must be let through.
  await chmod(folder, 0o711)
  const embedded = await openEmbedded({ dataDir: folder, log: () => undefined })
  const stores: { close(): Promise<void> }[] = []
  try {
    const desks: GrownDesk[] = []
    for (const tickets of sizes) {
      const name = `grown_${tickets}`
      const client = new pg.Client(embedded.config)
      await client.connect()
      await client.query(`create database ${name}`)
      await client.end()
      const store = connect({ ...embedded.config, database: name })
      stores.push(store)
      desks.push(await grow(store.db, tickets))
    }
    return await use(desks)
  } finally {
    for (const store of stores) await store.close()
    await embedded.close()
    await rm(folder, { recursive: true, force: true })
    if (dirname(embedded.folder) !== folder) await rm(dirname(embedded.folder), { recursive: true, force: true })
  }
}

async function grow(db: Db, tickets: number): Promise<GrownDesk> {
  await migrate(db)
  const now = systemClock.now()
  const ids = Array.from({ length: 5 }, () => randomUUID())
  for (const id of ids) {
    const email = `${id}@desk.example`
    await createMember(db, { id, name: 'Agent', email, role: 'support', passwordHash: 'none', at: now })
  }
  await seedTickets(db, {
    tickets,
    // Three on average.
    messages: 5,
    run: 'bench',
    now,
    own: { email: 'support@shop.example', sms: '+4930', whatsapp: '1', instagram: '2', messenger: '3' },
    newId: randomUUID,
    onBatch: (done) => process.stderr.write(`\r${done} of ${tickets} tickets `),
  })
  process.stderr.write('\n')
  const [agentId = ''] = ids
  return { desk: await deskOn(db), db, agentId, tickets }
}

async function deskOn(db: Db): Promise<Desk> {
  const secrets = createSecrets('the app secret of the benches, long enough')
  const nowhere = 'http://127.0.0.1:9'
  const desk: Desk = {
    db,
    clock: systemClock,
    realClock: systemClock,
    secrets,
    log: createLog('silent'),
    settings: { last: null },
    processId: secrets.newId(),
    providers: { twilioUrl: nowhere, metaUrl: nowhere, metaVersion: 'v25.0', relayUrl: null },
    mail: mailTokens((value) => secrets.sign('mail', value)),
    hooksUrl: () => nowhere,
    pageUrl: () => nowhere,
    publish: () => undefined,
    hurry: () => undefined,
  }
  const first = firstSettings('Bench', 'Europe/Berlin', [])
  await beginSettings(desk, {
    ...first,
    hub: { ...first.hub, on: true },
    webChat: { ...first.webChat, visibility: 'signed_in' },
  })
  return desk
}
