import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { onTestFinished } from 'vitest'
import { z } from 'zod'

const lock = '{"lockfileVersion":3}'

/**
 * A clone that looks installed and built, whose desk, store and sandbox are all start-part.ts: everything of `npm start` but
 * the product itself.
 */
export async function makeClone(): Promise<string> {
  const clone = await mkdtemp(join(tmpdir(), 'hub-start-'))
  onTestFinished(() => rm(clone, { recursive: true, force: true }))
  for (const name of ['start', 'start.mjs'])
    await cp(join('server', name), join(clone, 'server', name), { recursive: true })
  await cp('package.json', join(clone, 'package.json'))
  await writeFile(join(clone, 'package-lock.json'), lock)
  await mkdir(join(clone, 'node_modules'))
  const hash = createHash('sha256').update(lock).digest('hex')
  await writeFile(join(clone, 'node_modules', '.installed'), `${hash} ${process.platform} ${process.arch}\n`)
  for (const part of ['server', 'demo-store', 'sandbox']) {
    await mkdir(join(clone, 'dist', part), { recursive: true })
    await cp(await buildPart(), join(clone, 'dist', part, 'main.js'))
  }
  await writeFile(join(clone, 'dist', '.built'), '')
  return clone
}

let built: Promise<string> | undefined

function buildPart(): Promise<string> {
  const outDir = join(process.cwd(), 'dist', 'test')
  const options = { ssr: 'test/server/start-part.ts', outDir, target: 'node20', emptyOutDir: false }
  built ??= build({ configFile: false, logLevel: 'error', build: options }).then(() => join(outDir, 'start-part.js'))
  return built
}

const anyPorts = { PORT: '0', STORE_PORT: '0', SANDBOX_PORT: '0', SMTP_PORT: '0', SANDBOX_SMTP_PORT: '0' }

export type Command = { child: ChildProcess; output: () => string; ended: Promise<number | null> }

/** Runs a command in the clone, on free ports unless told otherwise; killed when the test ends. */
export function runIn(clone: string, env: NodeJS.ProcessEnv = {}, command = ['node', 'server/start.mjs']): Command {
  const [program = 'node', ...args] = command
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: clone,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...anyPorts, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
  }
  const ended = once(child, 'close').then(() => child.exitCode)
  return { child, output: () => text, ended }
}

const answer = z.object({ pid: z.number(), told: z.record(z.string(), z.string()) })
export type Answer = z.infer<typeof answer>

/** Waits for the ready line and asks all parts who they are and what they were told. */
export async function untilReady(command: Command): Promise<{ desk: Answer; store: Answer; sandbox: Answer }> {
  for (;;) {
    const ready = /^ready desk=(\S+) store=(\S+) sandbox=(\S+)$/m.exec(command.output())
    if (ready) return { desk: await ask(ready[1]), store: await ask(ready[2]), sandbox: await ask(ready[3]) }
    if (command.child.exitCode !== null) throw new Error(command.output())
    const said = once(command.child.stdout ?? command.child, 'data', { signal: AbortSignal.timeout(60_000) })
    await Promise.race([said, command.ended])
  }
}

async function ask(url: string | undefined): Promise<Answer> {
  return answer.parse(await (await fetch(`${url}/`)).json())
}
