import { connect } from './connection.ts'
import { choosePlace } from './folders.ts'
import { readPidFile } from './left-behind.ts'
import { findHolder } from './lock.ts'

/**
 * Where the server on `dataDir` listens, for `pg`, if a desk has it running now; null where none does. Whoever uses it
 * is that desk's guest: it goes with the desk.
 */
export async function runningServer(
  dataDir: string,
): Promise<{ host: string; port: number; user: string; database: string } | null> {
  const { data } = await choosePlace(dataDir)
  const address = readPidFile(data)?.address
  if (address === undefined) return null
  const client = await connect(address, 'postgres').catch(() => null)
  if (client === null) return null
  try {
    return (await findHolder(client)) === undefined ? null : { ...address, database: 'hub' }
  } finally {
    await client.end()
  }
}
