import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { DatabaseProblem } from '../problem.ts'
import { type Account, spawnOptions } from './account.ts'
import { connect, isStartingUp, type ServerAddress } from './connection.ts'

/**
 * The shell that stands between us and PostgreSQL. Its third descriptor is a pipe that we hold and never write to:
 * when this process is gone, however it went, `read` returns and PostgreSQL is stopped. It ignores signals meant for
 * the whole group, so a draining desk keeps its database until it has finished. SIGINT is repeated because
 * PostgreSQL misses one that comes before it has set its handlers.
 */
const guard = `
trap '' HUP INT TERM
sockets=$1
shift
"$@" 3<&- &
server=$!
(read -r never <&3; while kill -INT $server; do sleep 1; done) 2>/dev/null &
watcher=$!
exec 3<&-
wait $server
code=$?
kill -KILL $watcher 2>/dev/null
case $sockets in /tmp/hub-*) rmdir "$sockets" ;; esac
exit $code`

const fast = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
/** Times in one zone whatever the machine's, and no text that people typed in the log. */
const settings = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
]

export type Postmaster = {
  /** Resolves when the server is gone, on purpose or not. */
  gone: Promise<void>
  /** Ends every connection, waits until all is written and the server has stopped. */
  stop: () => Promise<void>
}

export type Start =
  | { kind: 'ready'; postmaster: Postmaster; first: pg.Client }
  /** Somebody else's server is on the folder, or the memory of a killed one is not yet free: look again. */
  | { kind: 'occupied'; log: string }

export type Command = {
  postgres: string
  data: string
  account: Account
  address: ServerAddress
  logFile: string
  durable: boolean
}

/** Starts PostgreSQL under its guard and waits for the first connection, which is left to the caller. */
export async function startPostmaster(command: Command): Promise<Start> {
  const { logFile } = command
  const log = openLog(logFile)
  const logged = fstatSync(log).size
  const child = spawnGuard(command, log)
  closeSync(log)
  const exited = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  const stop = async () => {
    child.stdio[3]?.destroy()
    await exited
  }
  // A broken pipe only says that the guard has gone, which `exited` tells.
  child.stdio[3]?.on('error', () => undefined)

  const outcome = await waitUntilReady(command.address, exited)
  if (typeof outcome === 'object') return { kind: 'ready', postmaster: { gone: exited, stop }, first: outcome }
  await stop()
  const said = readFileSync(logFile).subarray(logged).toString('utf8').trim()
  if (outcome === 'gone' && /shared memory|lock file .* already exists/.test(said))
    return { kind: 'occupied', log: said }
  throw new DatabaseProblem(
    outcome === 'gone'
      ? `The database in ${command.data} did not start. It said:\n${lastLines(said)}\nIts whole log is ${logFile}.`
      : `The database in ${command.data} started but took no connection in time. Its log is ${logFile}.`,
  )
}

function spawnGuard({ postgres, data, account, address, durable }: Command, log: number): ChildProcess {
  const options = [...settings, ...(durable ? [] : fast)].flatMap((setting) => ['-c', setting])
  const server = [postgres, '-D', data, '-k', address.host, '-p', String(address.port), ...options]
  return spawn('/bin/sh', ['-c', guard, 'customer-hub-database', address.host, ...server], {
    ...spawnOptions(account),
    // Its own group: Ctrl-C reaches every process of ours in the terminal, and this one must outlive the desk.
    detached: true,
    stdio: ['ignore', log, log, 'pipe'],
  })
}

/** Crash recovery of a big database takes its time, and PostgreSQL says so; silence is given up sooner. */
async function waitUntilReady(address: ServerAddress, exited: Promise<void>): Promise<pg.Client | 'gone' | 'too late'> {
  const begun = Date.now()
  let isGone = false
  void exited.then(() => {
    isGone = true
  })
  for (let recovering = false; Date.now() - begun < (recovering ? 900_000 : 60_000); ) {
    if (isGone) return 'gone'
    try {
      return await connect(address, 'postgres', `process ${process.pid}`)
    } catch (error) {
      recovering = isStartingUp(error)
    }
    await Promise.race([exited, pause(Date.now() - begun < 1_000 ? 15 : 100)])
  }
  return 'too late'
}

/** Opens the server's log for adding; a log of more than 5 MB is put aside first. */
function openLog(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > 5_000_000) renameSync(logFile, `${logFile}.old`)
  return openSync(logFile, 'a', 0o600)
}

function lastLines(text: string): string {
  return text.split('\n').slice(-5).join('\n')
}
