import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { chmod, chown, cp, mkdir, readFile, readlink, rm, stat, unlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, it, onTestFinished, vi } from 'vitest'
import { z } from 'zod'
import { run } from '../../../server/store/embedded/account.ts'
import { findPackage, prepareBinaries } from '../../../server/store/embedded/binaries.ts'
import { DatabaseProblem } from '../../../server/store/problem.ts'
import { isRunning, until } from '../processes.ts'
import {
  childrenOf,
  isRoot,
  makeDataDir,
  makeUsedDataDir,
  open,
  openElsewhere,
  removeMade,
  serverPid,
} from './embedded-fixture.ts'

const onLinux = process.platform === 'linux'
// Making a database takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
afterAll(removeMade)

async function ask<Row extends pg.QueryResultRow>(config: pg.ClientConfig, text: string): Promise<Row[]> {
  const client = new pg.Client(config)
  // A server that is killed meanwhile is told by the query, not by an event that nobody hears.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

/** Asks until there is an answer. */
async function untilAnswering(config: pg.ClientConfig): Promise<void> {
  for (;;) {
    try {
      return void (await ask(config, 'select 1 as one'))
    } catch {
      await pause(20)
    }
  }
}

it('makes a database on first start and finds it again on the second', async () => {
  const dataDir = await makeDataDir()
  const first = await open(dataDir)
  await ask(first.config, "create table note as select 'kept'::text as word")
  const pid = serverPid(first.folder)
  await first.close()
  expect(isRunning(pid)).toBe(false)
  expect(existsSync(join(first.folder, 'postmaster.pid'))).toBe(false)

  const second = await open(dataDir)
  expect(await ask(second.config, 'select word from note')).toEqual([{ word: 'kept' }])
})

it('keeps every promise on the disk unless told otherwise', async () => {
  const dataDir = await makeUsedDataDir()
  const embedded = await open(dataDir, { durable: true })
  const query = `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
    current_setting('full_page_writes') as pages, current_setting('listen_addresses') as listens`
  expect(await ask(embedded.config, query)).toEqual([{ fsync: 'on', commit: 'on', pages: 'on', listens: '' }])
})

it('stops the server when its desk is killed', async () => {
  const dataDir = await makeUsedDataDir()
  const desk = await openElsewhere(dataDir)
  const pid = serverPid(join(dataDir, 'pg'))
  expect(isRunning(pid)).toBe(true)
  desk.child.kill('SIGKILL')
  await until(() => !isRunning(pid))
})

it('opens at once after the desk was killed', async () => {
  const dataDir = await makeUsedDataDir()
  const desk = await openElsewhere(dataDir)
  desk.child.kill('SIGKILL')
  await once(desk.child, 'exit')
  const { config } = await open(dataDir)
  expect(await ask(config, 'select 1 as one')).toEqual([{ one: 1 }])
})

it('brings the server back when it is killed, or when it throws everybody out to recover', async () => {
  const dataDir = await makeUsedDataDir()
  const { config, folder, close } = await open(dataDir, { durable: true })
  await ask(config, "create table note as select 'kept'::text as word")
  const first = serverPid(folder)
  process.kill(first, 'SIGKILL')
  await until(() => existsSync(join(folder, 'postmaster.pid')) && serverPid(folder) !== first)
  await untilAnswering(config)
  expect(await ask(config, 'select word from note')).toEqual([{ word: 'kept' }])

  const second = serverPid(folder)
  const backends = await ask<{ pid: number }>(
    config,
    "select pid from pg_stat_activity where backend_type = 'checkpointer'",
  )
  for (const { pid } of backends) process.kill(pid, 'SIGKILL')
  await untilAnswering(config)
  const { says } = await openElsewhere(dataDir)
  expect(JSON.stringify(says)).toContain('in use by another Customer Hub')
  expect(serverPid(folder)).toBe(second)
  await close()
  expect(isRunning(second)).toBe(false)
})

it('keeps its database when the whole group is told to stop', async () => {
  const dataDir = await makeUsedDataDir()
  const { config, folder } = await open(dataDir)
  const pid = serverPid(folder)
  const guard = Number(await parentOf(pid))
  process.kill(guard, 'SIGINT')
  process.kill(guard, 'SIGTERM')
  expect(await ask(config, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(isRunning(guard)).toBe(true)
})

it.runIf(onLinux)('stops a server that was left behind, and takes over the folder', async () => {
  const dataDir = await makeUsedDataDir()
  const desk = await openElsewhere(dataDir)
  const left = serverPid(join(dataDir, 'pg'))
  // Everything that would stop the server dies before it can.
  const guard = Number(await parentOf(left))
  const watchers = childrenOf(guard).filter((pid) => pid !== left)
  expect(watchers).toHaveLength(1)
  for (const pid of [...watchers, guard]) process.kill(pid, 'SIGKILL')
  desk.child.kill('SIGKILL')
  await once(desk.child, 'exit')
  expect(isRunning(left)).toBe(true)

  const log: string[] = []
  const { config, folder } = await open(dataDir, { log })
  expect(log.join()).toContain(`process ${left}`)
  expect(isRunning(left)).toBe(false)
  expect(serverPid(folder)).not.toBe(left)
  expect(await ask(config, 'select 1 as one')).toEqual([{ one: 1 }])
})

it('refuses a second desk on the same folder and leaves the first alone', async () => {
  const dataDir = await makeUsedDataDir()
  const { config, folder } = await open(dataDir)
  const pid = serverPid(folder)
  const { says } = await openElsewhere(dataDir)
  expect(JSON.stringify(says)).toContain(`in use by another Customer Hub (process ${process.pid})`)
  expect(serverPid(folder)).toBe(pid)
  expect(await ask(config, 'select 1 as one')).toEqual([{ one: 1 }])
})

it('lets one of two that start together have the folder', async () => {
  const dataDir = await makeDataDir()
  const desks = await Promise.all([1, 2].map(() => openElsewhere(dataDir)))
  const refusals = desks.flatMap(({ says }) => ('problem' in says ? [says.problem] : []))
  expect(refusals).toEqual([expect.stringContaining('in use by another')])
})

it('starts over a lock file whose process is somebody else’s now', async () => {
  const dataDir = await makeUsedDataDir()
  const { folder, close } = await open(dataDir)
  await close()
  const owner = await stat(folder)
  const stranger = spawn('sleep', ['600'], isRoot ? { uid: owner.uid, gid: owner.gid, cwd: '/' } : {})
  onTestFinished(() => void stranger.kill('SIGKILL'))
  const file = join(folder, 'postmaster.pid')
  await writeFile(file, `${stranger.pid}\n${folder}\n1700000000\n5432\n${folder}\n\n  5432001         1\nready   \n`)
  await chown(file, owner.uid, owner.gid)

  const { config } = await open(dataDir)
  expect(await ask(config, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(stranger.exitCode).toBe(null)
})

it('begins anew where an earlier start was killed in the middle of making the database', async () => {
  const dataDir = await makeDataDir()
  const gone = spawn('true')
  await once(gone, 'exit')
  const half = join(dataDir, `pg.new-${gone.pid}`)
  await mkdir(half)
  await writeFile(join(half, 'PG_VERSION'), '18\n')
  const { config } = await open(dataDir)
  expect(existsSync(half)).toBe(false)
  expect(await ask(config, 'select 1 as one')).toEqual([{ one: 1 }])
})

it.each([
  ['another version', { PG_VERSION: '16\n' }, 'made by PostgreSQL 16, and this is PostgreSQL 18'],
  ['something else', { 'holiday.jpg': '' }, 'is not a database folder'],
  ['half a database', { PG_VERSION: '18\n' }, 'did not start. It said:'],
])('says in words that the folder holds %s', async (_, files, sentence) => {
  const dataDir = await makeDataDir()
  const folder = join(dataDir, 'pg')
  await mkdir(folder, { mode: 0o700 })
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  await expect(open(dataDir)).rejects.toThrow(DatabaseProblem)
  await expect(open(dataDir)).rejects.toThrow(sentence)
  expect(readdirSync(folder).toSorted()).toEqual(expect.arrayContaining(Object.keys(files)))
})

it('puts its socket elsewhere when the path is too long for one, and cleans that up', async () => {
  const dataDir = join(await makeDataDir(), 'a'.repeat(60), 'é'.repeat(30))
  const { config, folder, close } = await open(dataDir)
  expect(dirname(config.host)).toBe('/tmp')
  expect(folder).toBe(join(dataDir, 'pg'))
  expect(await ask(config, 'select 1 as one')).toEqual([{ one: 1 }])
  await close()
  expect(existsSync(config.host)).toBe(false)
})

it('tells people on other machines to bring their own server', async () => {
  await expect(findPackage('plan9-mips')).rejects.toThrow('Set DATABASE_URL to a PostgreSQL 18 server')
})

it('makes the links that npm’s install script would have made, and else one copy of the programs', async () => {
  const installed = await findPackage()
  const dataDir = await makeDataDir()
  const native = join(dataDir, 'native')
  const copies = join(dataDir, 'copies')
  await cp(installed.native, native, { recursive: true, verbatimSymlinks: true })
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8')
  const links = z.array(z.object({ target: z.string() })).parse(JSON.parse(list))
  expect(links.length).toBeGreaterThan(0)
  for (const { target } of links) await rm(join(dataDir, target), { force: true })
  const log: string[] = []
  const prepare = () => prepareBinaries({ ...installed, native }, 'self', copies, (line) => log.push(line))
  expect((await prepare()).postgres).toBe(join(native, 'bin', 'postgres'))
  for (const { target } of links) expect(existsSync(join(dataDir, target))).toBe(true)
  expect(existsSync(copies)).toBe(false)

  for (const name of ['postgres', 'initdb', 'pg_ctl']) await chmod(join(native, 'bin', name), 0o644)
  const copied = await prepare()
  expect(copied.postgres).toBe(join(copies, `postgresql-${installed.version}`, 'bin', 'postgres'))
  expect((await run('self', copied.initdb, ['--version'])).output).toContain('18')
  expect(await prepare()).toEqual(copied)
  expect(log).toHaveLength(1)
  expect(readdirSync(copies)).toHaveLength(1)
})

it.runIf(isRoot)('keeps root’s data where its database user can reach it when the checkout is closed', async () => {
  const dataDir = await makeDataDir({ closed: true })
  const { config, folder, close } = await open(dataDir)
  onTestFinished(() => rm(dirname(folder), { recursive: true, force: true }))
  expect(folder).toMatch(/^\/var\/lib\/customer-hub\/[0-9a-f]{16}\/pg$/)
  expect(await readlink(join(dataDir, 'pg'))).toBe(folder)
  await ask(config, "create table note as select 'kept'::text as word")
  await close()

  await unlink(join(dataDir, 'pg'))
  const again = await open(dataDir)
  expect(again.folder).toBe(folder)
  expect(await ask(again.config, 'select word from note')).toEqual([{ word: 'kept' }])
})

it.runIf(isRoot)('never runs the server as root, and as the folder’s owner where there is one', async () => {
  const dataDir = await makeUsedDataDir()
  const first = await open(dataDir)
  const owner = await stat(first.folder)
  expect(owner.uid).not.toBe(0)
  await first.close()

  await run('self', 'chown', ['-R', '12345:12345', first.folder])
  const second = await open(dataDir)
  expect((await stat(join(second.folder, 'postmaster.pid'))).uid).toBe(12345)
})

async function parentOf(pid: number): Promise<string> {
  return (await run('self', 'ps', ['-o', 'ppid=', '-p', String(pid)])).output
}
