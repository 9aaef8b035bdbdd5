import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { DatabaseProblem } from '../problem.ts'
import { connect } from './connection.ts'
import { clearTheWay } from './left-behind.ts'
import { takeLock } from './lock.ts'
import { type Command, type Postmaster, startPostmaster } from './postmaster.ts'

type Running = {
  postmaster: Postmaster
  /** Holds the lock that says whose server this is. */
  holder: pg.Client
  /** Resolves when that connection is lost: the server has ended, or has thrown everybody out to recover. */
  lost: Promise<void>
}

/** Starts the server and keeps it running until the returned function is called, which waits for its clean end. */
export async function keepServer(command: Command, log: (line: string) => void): Promise<() => Promise<void>> {
  let running = await start(command, log)
  const closing = new AbortController()
  const watching = watch()

  async function watch(): Promise<void> {
    for (;;) {
      await running.lost
      if (closing.signal.aborted) return
      log('the database server went away; bringing it back')
      running = await bringBack(running, command, closing.signal, log)
    }
  }

  return async () => {
    closing.abort()
    await running.holder.end()
    await watching
    await running.holder.end()
    await running.postmaster.stop()
  }
}

/** Tries until the server is back, as what stands in the way, a full disk for one, may pass; or until we close. */
async function bringBack(
  before: Running,
  command: Command,
  closing: AbortSignal,
  log: (line: string) => void,
): Promise<Running> {
  for (;;) {
    let wait = 50
    try {
      if (before.postmaster.isGone()) return await start(command, log)
      const holder = await connect(command.address, 'postgres', holderName)
      const lost = untilLost(holder)
      if (await takeLock(holder)) return { postmaster: before.postmaster, holder, lost }
      await holder.end()
    } catch (error) {
      // A server that refuses us is on its way up or down; one that did not start says why.
      if (error instanceof DatabaseProblem) {
        log(error.message)
        wait = 5_000
      }
    }
    await pause(wait, undefined, { signal: closing }).catch(() => undefined)
    if (closing.aborted) return before
  }
}

/** Tries for some seconds while the folder is occupied: what a killed server held is free only a moment later. */
async function start(command: Command, log: (line: string) => void): Promise<Running> {
  const deadline = Date.now() + 15_000
  for (;;) {
    await clearTheWay(command.data, log)
    const started = await startPostmaster(command, holderName)
    let why = 'another process stopped it'
    if (started.kind === 'ready') {
      const { postmaster, first: holder } = started
      const lost = untilLost(holder)
      // Without the lock somebody else took our server for a forgotten one, and the folder is theirs.
      if (await takeLock(holder).catch(() => false)) return { postmaster, holder, lost }
      await postmaster.stop()
    } else {
      why = started.log
    }
    if (Date.now() > deadline) {
      throw new DatabaseProblem(
        `The database in ${command.data} is still held by a server that was killed. It said:\n${why}`,
      )
    }
    await pause(50)
  }
}

const holderName = `process ${process.pid}`

function untilLost(client: pg.Client): Promise<void> {
  return new Promise((resolve) => client.once('end', () => resolve()))
}
