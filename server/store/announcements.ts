import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Log } from '../log.ts'

const channel = 'hub_live'
/** A notification takes fewer than 8,000 bytes: https://www.postgresql.org/docs/18/sql-notify.html */
const longest = 7_999
const keptFor = '1 minute'
const againAfterMs = 1_000
/** A connection that went dead without a word is found out after at most this long. */
const proofEveryMs = 15_000
const proofWithinMs = 5_000

export type Announcements = {
  /** Tells every process on this database, this one too, in the order of the calls; lost where the database is away. */
  say(text: string): void
  /** What was said before has left when it answers. */
  close(): Promise<void>
}

type Ears = {
  hear(text: string): void
  /** The connection was away and is back: what was said meanwhile was not heard. */
  missed(): void
}

/**
 * Words between the processes of one desk by PostgreSQL's LISTEN and NOTIFY, on one connection of their own, which keeps
 * them in order. What is longer than a notification waits in the table `told`.
 */
export async function openAnnouncements(config: pg.PoolConfig, ears: Ears, log: Log): Promise<Announcements> {
  let client: pg.Client | null = null
  let closed = false
  let timer: NodeJS.Timeout | undefined
  /** One after another, so that nothing overtakes a long text on its way. */
  let saying = Promise.resolve()
  let hearing = Promise.resolve()
  /** The last attempt to come back. */
  let running = Promise.resolve()

  async function listen() {
    const made = new pg.Client({ ...config, keepAlive: true, query_timeout: proofWithinMs, application_name: channel })
    made.on('error', () => {})
    made.on('end', () => made === client && lost())
    made.on('notification', ({ payload = '' }) => {
      hearing = hearing.then(() => hearOne(made, payload)).catch(unheard)
    })
    try {
      await made.connect()
      await made.query(`listen ${channel}`)
    } catch (error) {
      void made.end().catch(() => {})
      throw error
    }
    if (closed) return made.end()
    client = made
  }

  async function hearOne(from: pg.Client, payload: string) {
    if (!payload.startsWith('+')) return ears.hear(payload)
    const { rows } = await from.query<{ text: string }>('select text from told where id = $1', [payload.slice(1)])
    for (const { text } of rows) ears.hear(text)
  }

  async function sayOne(text: string) {
    if (client === null) return
    if (Buffer.byteLength(text) <= longest)
      return void (await client.query('select pg_notify($1, $2)', [channel, text]))
    const id = randomUUID()
    await client.query(`delete from told where at < now() - interval '${keptFor}'`)
    await client.query('insert into told (id, text) values ($1, $2)', [id, text])
    await client.query('select pg_notify($1, $2)', [channel, `+${id}`])
  }

  function lost() {
    client = null
    if (!closed) timer = setTimeout(comeBack, againAfterMs)
  }

  const comeBack = () => {
    running = listen().then(() => {
      if (!closed) ears.missed()
    }, lost)
  }
  const unheard = (error: unknown) => log.warn({ err: error }, 'what another process told was not understood')

  const proof = setInterval(() => {
    const asked = client
    asked?.query('select 1').catch(() => asked.end().catch(() => {}))
  }, proofEveryMs)
  proof.unref()

  await listen()
  return {
    say(text) {
      saying = saying
        .then(() => sayOne(text))
        .catch((error: unknown) => {
          log.warn({ err: error }, 'the other processes were not told')
        })
    },
    async close() {
      closed = true
      clearInterval(proof)
      clearTimeout(timer)
      await Promise.all([saying, running])
      await client?.end()
    },
  }
}
