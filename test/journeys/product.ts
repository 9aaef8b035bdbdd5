import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { z } from 'zod'
import { connect } from '../../server/store/connect.ts'
import { createDatabase, type TestDatabase } from '../database/create.ts'
import { quickFolder } from '../database/quick-folder.ts'
import { makeTeam, newSession } from './team.ts'

const clockAnswer = z.object({ now: z.number() })

const anyPorts = { PORT: '0', STORE_PORT: '0', SANDBOX_PORT: '0', SANDBOX_SMTP_PORT: '0' }

export type Product = Awaited<ReturnType<typeof startProduct>>

/**
 * The whole product as `npm start` runs it, on free ports, an own data folder and an own database of the run's server, with
 * a clock that moves by hand.
 */
export async function startProduct() {
  const smtpPort = await freePort()
  const dataDir = await quickFolder('hub-journey-')
  const { config, drop } = await createDatabase()
  const kept = connect(config)
  await makeTeam(kept.db)
  const child = spawn(process.execPath, ['server/start.mjs'], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      ...anyPorts,
      SMTP_PORT: String(smtpPort),
      DATA_DIR: dataDir,
      DATABASE_URL: socketUrl(config),
      TEST_CLOCK: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { desk, store, sandbox } = await ready(child)

  const clock = async (move: { set: number } | { advance: number }): Promise<number> => {
    const answer = await fetch(`${desk}/test/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(move),
    })
    return clockAnswer.parse(await answer.json()).now
  }

  return {
    desk,
    store,
    sandbox,
    /** Where the desk takes mail in. */
    smtpPort,
    /** The cookie of an account that is signed in. */
    session: async (email: string) => ({ name: 'hub', value: await newSession(kept.db, email), url: desk }),
    /** Sets business time; answers once what was due has fired. */
    setClock: (at: number) => clock({ set: at }),
    advanceClock: (ms: number) => clock({ advance: ms }),
    async close() {
      const gone = new Promise((resolve) => child.once('close', resolve))
      child.kill('SIGTERM')
      await gone
      await kept.close()
      await drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** As `pg` reads it: the server listens on a socket in a folder. */
function socketUrl({ user, host, port, database }: TestDatabase['config']): string {
  return `postgres://${user}@/${database}?${new URLSearchParams({ host, port: String(port) })}`
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

function ready(child: ChildProcess): Promise<{ desk: string; store: string; sandbox: string }> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (text: string) => {
      said += text
      const line = /^ready desk=(\S+) store=(\S+) sandbox=(\S+)$/m.exec(said)
      const [, desk, store, sandbox] = line ?? []
      if (desk !== undefined && store !== undefined && sandbox !== undefined) resolve({ desk, store, sandbox })
    }
    child.stdout?.setEncoding('utf8').on('data', hear)
    child.stderr?.setEncoding('utf8').on('data', hear)
    child.once('close', (code) => reject(new Error(`The product ended (${code}) before it was ready:\n${said}`)))
  })
}
