import pg from 'pg'

/** Where a server listens, in the words of `pg`: the host is the folder of its socket. */
export type ServerAddress = { host: string; port: number; user: string }

/** A connection of our own; a server that goes away must not take the process with it. */
export async function connect(address: ServerAddress, database: string, applicationName?: string): Promise<pg.Client> {
  const client = new pg.Client({
    ...address,
    database,
    connectionTimeoutMillis: 5_000,
    ...(applicationName === undefined ? {} : { application_name: applicationName }),
  })
  client.on('error', () => undefined)
  await client.connect()
  return client
}

/** Whether a refused connection means: the server is there, but still reading its own log. */
export function isStartingUp(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '57P03' && /starting up|recovery/.test(error.message)
}

/** Whether a refused connection means that a server answered, whatever it said. */
export function isAnswer(error: unknown): boolean {
  return error instanceof pg.DatabaseError
}
