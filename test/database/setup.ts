import { chmod } from 'node:fs/promises'
import { dirname } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connect } from '../../server/store/connect.ts'
import { removeFolder } from '../../server/store/embedded/folders.ts'
import { openEmbedded } from '../../server/store/embedded/open.ts'
import { migrate } from '../../server/store/migrate.ts'
import { type TestServer, templateName } from './create.ts'
import { quickFolder } from './quick-folder.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestServer
  }
}

/** One PostgreSQL for the whole run, with a migrated template that `createDatabase` copies. Removed at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await quickFolder('hub-test-')
  // As root the server runs as another user, who must be let through.
  await chmod(folder, 0o711)
  const embedded = await openEmbedded({ dataDir: folder, durable: false, log: () => undefined })
  const { host, port, user } = embedded.config
  const teardown = async () => {
    await embedded.close()
    await removeFolder(folder)
    // Where the temporary folder is out of that user's reach, the data lies elsewhere.
    if (dirname(embedded.folder) !== folder) await removeFolder(dirname(embedded.folder))
  }
  try {
    await makeTemplate({ host, port, user })
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('postgres', { host, port, user })
  return teardown
}

/** A template may have no connection while it is copied, so ours is closed before the first test begins. */
async function makeTemplate(server: TestServer): Promise<void> {
  const client = new pg.Client({ ...server, database: 'postgres' })
  await client.connect()
  await client.query(`create database ${templateName}`)
  await client.end()
  const template = connect({ ...server, database: templateName })
  try {
    await migrate(template.db)
  } finally {
    await template.close()
  }
}
