import { join } from 'node:path'
import { findPackage, prepareBinaries } from './binaries.ts'
import { ensureCluster } from './cluster.ts'
import { connect, type ServerAddress } from './connection.ts'
import { chooseSocketFolder, choosePlace, removeFolder } from './folders.ts'
import { keepServer } from './keep.ts'

export type Embedded = {
  /** For `pg`: the database `hub`, over a unix socket. */
  config: ServerAddress & { database: string }
  /** Where the data really lies. */
  folder: string
  /** Stops the server cleanly and waits for it; connections that are still open are ended. */
  close: () => Promise<void>
}

/**
 * Starts our own PostgreSQL 18 on `dataDir`/pg, made on first use, and brings it back if it ends too early. It stops
 * with this process, however that ends. `durable: false` is for tests: a power cut then loses everything.
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
  const { postgres, initdb } = await prepareBinaries(installed, place.account, place.copies, log)
  await ensureCluster(place, initdb, durable, log)
  const { data, account } = place
  const host = await chooseSocketFolder(data, account)
  const address = { host, port: 5432, user: 'hub' }
  const logFile = join(place.home, 'postgresql.log')
  const stop = await keepServer({ postgres, data, account, address, logFile, durable }, log)
  const close = async () => {
    await stop()
    if (host !== data) await removeFolder(host)
  }
  try {
    await createHub(address)
  } catch (error) {
    await close()
    throw error
  }
  return { config: { ...address, database: 'hub' }, folder: data, close }
}

async function createHub(address: ServerAddress): Promise<void> {
  const client = await connect(address, 'postgres')
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'hub'")
    if (rowCount === 0) await client.query('create database hub')
  } finally {
    await client.end()
  }
}
