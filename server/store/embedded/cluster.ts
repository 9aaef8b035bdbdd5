import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseProblem } from '../problem.ts'
import { run } from './account.ts'
import { giveTo, isTaken, type Place, removeFolder, removeLeftovers } from './folders.ts'

const majorVersion = '18'
/** For tests: nothing waits for the disk, and there is less to write. */
const quick = ['--no-sync', '--wal-segsize=1']

/**
 * Makes sure that there is a whole data folder of our version. A new one is made beside its place and renamed:
 * PostgreSQL starts on a folder that initdb was killed in, and then never answers.
 */
export async function ensureCluster(
  place: Place,
  initdb: string,
  durable: boolean,
  log: (line: string) => void,
): Promise<void> {
  await removeLeftovers(place.data)
  const found = await inspect(place.data)
  if (found === 'nothing') {
    log(`making a new database in ${place.data}`)
    await make(place, initdb, durable)
  } else if (found === 'something else') {
    throw new DatabaseProblem(
      `${place.data} is not empty and is not a database folder. Move it away, or set DATA_DIR to another folder.`,
    )
  } else if (found.version !== majorVersion) {
    throw new DatabaseProblem(
      `The database folder ${place.data} was made by PostgreSQL ${found.version}, and this is PostgreSQL ` +
        `${majorVersion}, which cannot read it. Move the folder away to begin with an empty database, or keep the ` +
        `data: run PostgreSQL ${found.version} on it yourself and set DATABASE_URL to that server.`,
    )
  }
}

async function inspect(data: string): Promise<'nothing' | 'something else' | { version: string }> {
  const version = await readFile(join(data, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version !== undefined) return { version: version.trim() }
  const entries = await readdir(data).catch(() => [])
  return entries.length === 0 ? 'nothing' : 'something else'
}

async function make({ data, account }: Place, initdb: string, durable: boolean): Promise<void> {
  const unfinished = `${data}.new-${process.pid}`
  try {
    await mkdir(unfinished)
    await giveTo(account, unfinished)
    const options = '-U hub --auth=trust --encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8'
    const args = ['-D', unfinished, ...options.split(' '), '--no-instructions', ...(durable ? [] : quick)]
    const { ok, output } = await run(account, initdb, args, 120_000)
    if (!ok) throw new DatabaseProblem(`A new database could not be made in ${data}: ${output}`)
    // Another process may have been faster: then its folder stands, and the lock decides who may use it.
    await rename(unfinished, data).catch((error: unknown) => {
      if (!isTaken(error)) throw error
    })
    if (durable) await writeThrough(dirname(data))
  } finally {
    await removeFolder(unfinished)
  }
}

/** Makes the rename itself survive a power cut. */
async function writeThrough(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
