import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { run } from '../../../server/store/embedded/account.ts'
import { type Embedded, openEmbedded } from '../../../server/store/embedded/open.ts'
import { isRunning, until } from '../processes.ts'

export const isRoot = process.getuid?.() === 0

/** A folder of the test's own that root's database user may pass through, unless `closed`. */
export async function makeDataDir({ closed = false } = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-embedded-'))
  await chmod(folder, closed ? 0o700 : 0o711)
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

let made: Promise<string> | undefined

/** The same with a database in it that was made and closed before: copying one is quicker than making it. */
export async function makeUsedDataDir(): Promise<string> {
  made ??= makeOnce()
  const folder = await makeDataDir()
  await run('self', 'cp', ['-a', join(await made, 'pg'), folder])
  return folder
}

async function makeOnce(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-embedded-'))
  await chmod(folder, 0o711)
  const embedded = await openEmbedded({ dataDir: folder, durable: false, log: () => undefined })
  await embedded.close()
  return folder
}

/** For `afterAll`. */
export async function removeMade(): Promise<void> {
  if (made) await rm(await made, { recursive: true, force: true })
}

/** Opens the folder in this process and closes it when the test ends, if the test has not. */
export async function open(dataDir: string, { durable = false, log = new Array<string>() } = {}): Promise<Embedded> {
  const embedded = await openEmbedded({ dataDir, durable, log: (line) => log.push(line) })
  let closing: Promise<void> | undefined
  const close = () => (closing ??= embedded.close())
  onTestFinished(close)
  return { ...embedded, close }
}

const said = z.union([z.object({ config: z.unknown() }), z.object({ problem: z.string() })])
export type Desk = { child: ChildProcess; says: z.infer<typeof said> }

let bundle: Promise<string> | undefined

/** Opens the folder in a process of its own, built as the real server is; resolves when it has said how that went. */
export async function openElsewhere(dataDir: string): Promise<Desk> {
  bundle ??= buildProcess()
  const child = spawn(process.execPath, [await bundle, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  let says: Desk['says'] = { problem: '' }
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await until(() => child.signalCode !== null || child.exitCode !== null)
    // Its server still writes for a moment, and the folder is removed after this.
    if ('config' in says) await until(() => !isServed(dataDir))
  })
  const [line] = z.tuple([z.string()]).parse(await once(createInterface({ input: child.stdout }), 'line'))
  says = said.parse(JSON.parse(line))
  return { child, says }
}

async function buildProcess(): Promise<string> {
  const outDir = join(process.cwd(), 'dist', 'test')
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: 'test/server/store/embedded-process.ts', outDir, target: 'node20', emptyOutDir: false },
  })
  return join(outDir, 'embedded-process.js')
}

function isServed(dataDir: string): boolean {
  try {
    return isRunning(serverPid(join(dataDir, 'pg')))
  } catch {
    return false
  }
}

/** The process id of the server on the folder, as it wrote it down itself. */
export function serverPid(data: string): number {
  return Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** The children of a process, by what the kernel says (Linux only). */
export function childrenOf(pid: number): number[] {
  const file = `/proc/${pid}/task/${pid}/children`
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number) : []
}
