import type pg from 'pg'

const key = 7_483_925

/**
 * The desk that owns the server holds this lock on a connection of its own, so it is free the moment that process
 * is gone, and known across containers that share the folder.
 */
export async function takeLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [key])
  return rows[0]?.taken === true
}

/** The name of the connection that holds the lock; undefined when nobody does. Never takes it, not even for a moment. */
export async function findHolder(client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    `select coalesce(nullif(a.application_name, ''), 'unknown') as name
       from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = $1::bigint::oid and l.objsubid = 1`,
    [key],
  )
  return rows[0]?.name
}
