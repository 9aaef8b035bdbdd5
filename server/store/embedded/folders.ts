import { createHash } from 'node:crypto'
import { chmod, chown, mkdir, mkdtemp, readdir, readlink, realpath, rm, stat, symlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { DatabaseProblem } from '../problem.ts'
import { type Account, chooseAccount, run } from './account.ts'

/** Where root keeps what the database account cannot reach in the checkout. */
export const sharedFolder = '/var/lib/customer-hub'

export type Place = {
  /** Holds the data folder, its log and, for ordinary users, copied programs. */
  home: string
  /** PostgreSQL's own folder; may not exist yet. */
  data: string
  /** Where programs are copied to if they cannot run where npm put them. */
  copies: string
  account: Account
}

/**
 * Decides where the data of `dataDir` lies and who runs PostgreSQL on it. It is `dataDir`/pg; only where root's
 * database account cannot reach that, `dataDir`/pg is a link to a folder in /var/lib/customer-hub.
 */
export async function choosePlace(dataDir: string): Promise<Place> {
  const home = resolve(dataDir)
  await makeFolder(home)
  const data = join(home, 'pg')
  const real = await realpath(data).catch(() => undefined)
  const owner = real === undefined ? undefined : await stat(real)
  const account = await chooseAccount(owner)
  const fallback = join(sharedFolder, createHash('sha256').update(home).digest('hex').slice(0, 16))

  if (account === 'self') {
    if (owner && owner.uid !== process.getuid?.()) {
      throw new DatabaseProblem(
        `The database folder ${data} belongs to another user (number ${owner.uid}), perhaps because Customer Hub ran ` +
          'as root before. Start it as that user or as root again, or set DATA_DIR to another folder.',
      )
    }
    await refuseDanglingLink(data, real)
    return { home, data: real ?? data, copies: home, account }
  }
  if (real !== undefined) {
    if (await canEnter(account, dirname(real)))
      return { home: dirname(real), data: real, copies: sharedFolder, account }
    throw unreachable(account, dirname(real))
  }
  const link = await readlink(data).catch(() => undefined)
  if (link !== join(fallback, 'pg')) {
    await refuseDanglingLink(data, real)
    if (await canEnter(account, home)) return { home, data, copies: sharedFolder, account }
  }
  await makeOpenFolder(sharedFolder)
  await makeOpenFolder(fallback)
  if (!(await canEnter(account, fallback))) throw unreachable(account, fallback)
  if (link === undefined) await symlink(join(fallback, 'pg'), data)
  return { home: fallback, data: join(fallback, 'pg'), copies: sharedFolder, account }
}

async function refuseDanglingLink(data: string, real: string | undefined): Promise<void> {
  if (real !== undefined) return
  const target = await readlink(data).catch(() => undefined)
  if (target === undefined) return
  throw new DatabaseProblem(
    `${data} points to ${target}, which is not there. Bring that folder back, or remove the link to begin with an ` +
      'empty database.',
  )
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o755 })
  } catch (error) {
    throw new DatabaseProblem(
      `The folder ${folder} for the database cannot be made (${codeOf(error)}). ` +
        'Set DATA_DIR to a folder that you may write to.',
    )
  }
}

/** Makes a folder that everyone may enter, whatever the umask. */
export async function makeOpenFolder(folder: string): Promise<void> {
  await makeFolder(folder)
  await chmod(folder, 0o755)
}

async function canEnter(account: Account, folder: string): Promise<boolean> {
  return (await run(account, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder])).ok
}

function unreachable(account: Account, folder: string): DatabaseProblem {
  const who = account === 'self' ? 'this user' : `the user that runs the database (number ${account.uid})`
  return new DatabaseProblem(
    `The database lies in ${folder}, which ${who} cannot enter. ` +
      'Let others pass through the folders above it (chmod o+x), or set DATA_DIR to another folder.',
  )
}

/** The longest path of a socket that the system takes, in bytes, without the closing zero. */
export const socketPathLimit = process.platform === 'darwin' ? 103 : 107

/** The folder of the server's socket: the data folder, or, where that path is too long, a new one in /tmp. */
export async function chooseSocketFolder(data: string, account: Account): Promise<string> {
  if (Buffer.byteLength(join(data, '.s.PGSQL.5432')) <= socketPathLimit) return data
  const folder = await mkdtemp('/tmp/hub-')
  await giveTo(account, folder)
  return folder
}

/** Hands a folder to the account, closed to everyone else. */
export async function giveTo(account: Account, folder: string): Promise<void> {
  await chmod(folder, 0o700)
  if (account !== 'self') await chown(folder, account.uid, account.gid)
}

/** Removes what killed processes left beside `path` under the name `<path>.new-<process id>`. */
export async function removeLeftovers(path: string): Promise<void> {
  const prefix = `${basename(path)}.new-`
  for (const name of await readdir(dirname(path))) {
    if (!name.startsWith(prefix)) continue
    const pid = Number(name.slice(prefix.length))
    if (pid === process.pid || !isAlive(pid)) await removeFolder(join(dirname(path), name))
  }
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}

/** Whether a process with this id runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Whether an operation failed because somebody else has already made the thing. */
export function isTaken(error: unknown): boolean {
  return ['EEXIST', 'ENOTEMPTY'].includes(codeOf(error))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
