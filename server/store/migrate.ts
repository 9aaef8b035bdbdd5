import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import { migrations } from './migrations/index.ts'
import { DatabaseProblem } from './problem.ts'

/**
 * Brings the database up to this version: every migration not yet made, in the order of their names, in one
 * transaction and under an advisory lock, so that processes may start together. There is no way back.
 * Rejects with a DatabaseProblem when a newer version of the program has been here.
 */
export async function migrate<Tables>(
  db: Kysely<Tables>,
  known: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  // Numbers are taken when work begins, and land when it is done: a lower one may come later.
  const allowUnorderedMigrations = true
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...known }) },
    allowUnorderedMigrations,
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error === undefined) return
  const unknown = (await made(db)).filter((name) => !(name in known))
  if (unknown.length > 0) {
    throw new DatabaseProblem(
      `This database was last used by a newer version of Customer Hub (it holds the change "${unknown.at(-1)}", ` +
        'which this version does not know). Start that version or a newer one, or use another database.',
    )
  }
  const failed = results?.find((result) => result.status === 'Error')
  throw new Error(`The database could not be brought up to date${failed ? ` (${failed.migrationName})` : ''}`, {
    cause: error,
  })
}

/** The names of the migrations made so far; none when the table is not there, as in a database we could not enter. */
async function made<Tables>(db: Kysely<Tables>): Promise<string[]> {
  const table = await sql<{ there: boolean }>`select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (table.rows[0]?.there !== true) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map((row) => row.name)
}
