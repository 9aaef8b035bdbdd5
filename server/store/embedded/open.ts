import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { DatabaseProblem } from '../problem.ts'
import { findPackage, prepareBinaries } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import type { ServerAddress } from './connection.ts'
import { chooseSocketFolder, choosePlace } from './folders.ts'
import { clearTheWay } from './left-behind.ts'
import { takeLock } from './lock.ts'
import { type Command, type Postmaster, startPostmaster } from './postmaster.ts'

export type Embedded = {
  /** For `pg`: the database `hub`, over a unix socket. */
  config: ServerAddress & { database: string }
  /** Where the data really lies. */
  folder: string
  /** Stops the server cleanly and waits for it; connections that are still open are ended. */
  close: () => Promise<void>
}

/**
 * Starts our own PostgreSQL 18 on `dataDir`/pg, made on first use. It stops with this process, however that ends.
 * `durable: false` is for tests: a power cut then loses everything.
 * Rejects with a DatabaseProblem when there is something that a person must put right.
 */
export async function openEmbedded({
  dataDir,
  log,
  durable = true,
}: {
  dataDir: string
  log: (line: string) => void
  durable?: boolean
}): Promise<Embedded> {
  const installed = await findPackage()
  const place = await choosePlace(dataDir)
  const binaries = await prepareBinaries(installed, place.account, place.copies, log)
  await ensureCluster(place, binaries, durable, log)
  const { data, account } = place
  const launch = { postgres: binaries.postgres, data, account, durable, logFile: join(place.home, 'postgresql.log') }
  const { postmaster, address, holder } = await start(launch, log)
  const close = async () => {
    await holder.end()
    await postmaster.stop()
  }
  try {
    await createHub(holder)
  } catch (error) {
    await close()
    throw error
  }
  return { config: { ...address, database: 'hub' }, folder: data, close }
}

type Running = { postmaster: Postmaster; address: ServerAddress; holder: pg.Client }

/** Tries for some seconds while the folder is occupied: what a killed server held is free only a moment later. */
async function start(launch: Omit<Command, 'address'>, log: (line: string) => void): Promise<Running> {
  const deadline = Date.now() + 15_000
  for (;;) {
    await clearTheWay(launch.data, log)
    const host = await chooseSocketFolder(launch.data, launch.account)
    const address = { host, port: 5432, user: 'hub' }
    const started = await startPostmaster({ ...launch, address })
    let why = 'another process stopped it'
    if (started.kind === 'ready') {
      const { postmaster, first: holder } = started
      // Without the lock somebody else took our server for a forgotten one, and the folder is theirs.
      if (await takeLock(holder).catch(() => false)) return { postmaster, address, holder }
      await postmaster.stop()
    } else {
      why = started.log
    }
    if (Date.now() > deadline) {
      throw new DatabaseProblem(`The database in ${launch.data} is still held by a server that was killed: ${why}`)
    }
    await pause(50)
  }
}

async function createHub(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("select from pg_database where datname = 'hub'")
  if (rowCount === 0) await client.query('create database hub')
}
