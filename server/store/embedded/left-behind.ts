import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseProblem } from '../problem.ts'
import { connect, isAnswer, type ServerAddress } from './connection.ts'
import { isAlive } from './folders.ts'
import { findHolder } from './lock.ts'

/**
 * Leaves the data folder without a server, or says who is using it. A server whose desk was killed is stopped;
 * one whose desk lives is not ours to touch.
 */
export async function clearTheWay(data: string, log: (line: string) => void): Promise<void> {
  const begun = Date.now()
  let heldSince: number | undefined
  let unusedSince: number | undefined
  let isTold = false
  while (Date.now() - begun < 120_000) {
    const left = readPidFile(data)
    if (left === undefined) return
    const isOurs = isServerOf(left.pid, data)
    const state = await ask(left.address)
    if (state.kind === 'silent' && !isOurs) {
      // The number in the file now belongs to somebody else's process, which PostgreSQL would take for its own.
      await rm(join(data, 'postmaster.pid'), { force: true })
      return
    }
    const now = Date.now()
    heldSince = state.kind === 'held' ? (heldSince ?? now) : undefined
    unusedSince = state.kind === 'unused' ? (unusedSince ?? now) : undefined
    // Both are looked at for a while: a desk just killed may still seem to hold the server, one just starting not yet.
    if (state.kind === 'held' && now - (heldSince ?? now) > 1_500) throw inUse(data, state.holder)
    if (unusedSince !== undefined && now - unusedSince > 2_000 && !isTold) {
      if (!isOurs) throw inUse(data, 'on another machine or in another container')
      log(`stopping the database server that an earlier process left behind (process ${left.pid})`)
      process.kill(left.pid, 'SIGINT')
      isTold = true
    }
    await pause(50)
  }
  throw new DatabaseProblem(
    `A database server on ${data} has been stopping or starting for two minutes. Its log is beside that folder; ` +
      'wait for it or end it, then start again.',
  )
}

function inUse(data: string, holder: string): DatabaseProblem {
  return new DatabaseProblem(
    `The database in ${data} is in use by another Customer Hub (${holder}). ` +
      'Stop that one first, or set DATA_DIR to another folder for this one.',
  )
}

type State = { kind: 'silent' } | { kind: 'busy' } | { kind: 'unused' } | { kind: 'held'; holder: string }

async function ask(address: ServerAddress | undefined): Promise<State> {
  if (address === undefined) return { kind: 'silent' }
  try {
    const client = await connect(address, 'postgres')
    try {
      const holder = await findHolder(client)
      return holder === undefined ? { kind: 'unused' } : { kind: 'held', holder }
    } finally {
      await client.end()
    }
  } catch (error) {
    return { kind: isAnswer(error) ? 'busy' : 'silent' }
  }
}

type Left = { pid: number; address: ServerAddress | undefined }

/** What a running server wrote about itself: its process on line 1, port on line 4, socket folder on line 5. */
export function readPidFile(data: string): Left | undefined {
  let lines: string[]
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
  const pid = Number(lines[0])
  const port = Number(lines[3])
  const host = lines[4]
  return { pid, address: host && port > 0 ? { host, port, user: 'hub' } : undefined }
}

/** Whether the process is a PostgreSQL server on this very folder (on macOS: a PostgreSQL server). */
function isServerOf(pid: number, data: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres')
    }
    const program = readlinkSync(`/proc/${pid}/exe`)
    return /\/postgres( \(deleted\))?$/.test(program) && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data)
  } catch {
    return false
  }
}
