import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { DatabaseProblem } from '../problem.ts'
import { type Account, spawnOptions } from './account.ts'
import { connect, isStartingUp, type ServerAddress } from './connection.ts'

/**
 * The shell that stands between us and PostgreSQL. Its third descriptor is a pipe that we hold: a line on it stops
 * PostgreSQL, and so does its end, which comes when this process is gone, however it went; then a socket folder of
 * our own is removed too, as nobody else is left to do it. It ignores signals meant for the whole group, so a
 * draining desk keeps its database until it has finished. SIGINT is repeated because PostgreSQL misses one that comes
 * before it has set its handlers.
 */
const guard = `
trap '' HUP INT TERM
case $1 in /tmp/hub-*) sockets=$1 ;; *) sockets= ;; esac
shift
"$@" 3<&- &
server=$!
(
  read -r stop <&3 || [ -z "$sockets" ] || : >"$sockets/ended"
  while kill -INT $server; do sleep 1; done
) 2>/dev/null &
watcher=$!
exec 3<&-
wait $server
code=$?
kill -KILL $watcher 2>/dev/null
[ -z "$sockets" ] || [ ! -e "$sockets/ended" ] || { rm "$sockets/ended" && rmdir "$sockets"; }
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
  /** Whether the server has ended, on purpose or not. */
  isGone: () => boolean
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
export async function startPostmaster(command: Command, connectionName: string): Promise<Start> {
  const { logFile } = command
  const log = openLog(logFile)
  const logged = fstatSync(log).size
  const child = spawnGuard(command, log)
  closeSync(log)
  let isGone = false
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      isGone = true
      resolve()
    }
    child.once('error', end)
    child.once('exit', end)
  })
  const leash = child.stdio[3]
  // A broken pipe only says that the guard has gone, which `exited` tells.
  leash?.on('error', () => undefined)
  const stop = async () => {
    if (leash instanceof Socket) leash.write('stop\n')
    await exited
    leash?.destroy()
  }

  const outcome = await waitUntilReady(command.address, connectionName, exited)
  if (typeof outcome === 'object') return { kind: 'ready', postmaster: { isGone: () => isGone, stop }, first: outcome }
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
async function waitUntilReady(
  address: ServerAddress,
  connectionName: string,
  exited: Promise<void>,
): Promise<pg.Client | 'gone' | 'too late'> {
  const begun = Date.now()
  let isGone = false
  void exited.then(() => {
    isGone = true
  })
  for (let recovering = false; Date.now() - begun < (recovering ? 900_000 : 60_000); ) {
    if (isGone) return 'gone'
    try {
      return await connect(address, 'postgres', connectionName)
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
