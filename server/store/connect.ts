import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './tables.ts'

export type Db = Kysely<Database>

const noop = () => {}

/**
 * Our connection to PostgreSQL. Counters (int8) and moments (timestamptz) come as numbers.
 * A connection that breaks never takes the process with it: the next use gets a new one.
 */
export function connect(config: pg.PoolConfig): { db: Db; close(): Promise<void> } {
  const pool = new pg.Pool({
    max: 12,
    connectionTimeoutMillis: 5_000,
    ...config,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') => {
        if (oid === pg.types.builtins.TIMESTAMPTZ) return (text: string) => new Date(text).getTime()
        if (oid === pg.types.builtins.INT8) return Number
        const usual: unknown = format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid)
        return usual
      },
    },
  })
  pool.on('error', noop)
  pool.on('connect', (client) => void client.on('error', noop))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return { db, close: () => db.destroy() }
}
