import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { quickFolder } from '../database/quick-folder.ts'
import { isRunning, until } from './processes.ts'

export const shop = {
  id: 'killed-shop',
  secret: 'the shop secret of a desk that is killed',
  origin: 'http://shop.example',
}

const open = z.object({ msg: z.literal('the desk is open'), url: z.string() })

export type DeskProcess = { url: string; child: ChildProcess; kill(): Promise<void>; stop(): Promise<number | null> }

/**
 * The real program, as test/built.mjs has built it, on a data folder of the test's own; always at the same address. What
 * it wrote outlives its kill in memory as it does on a disk: only a machine that loses its power would tell them apart.
 */
export async function deskOnDisk(given: NodeJS.ProcessEnv = {}) {
  const dataDir = await quickFolder('hub-killed-')
  await chmod(dataDir, 0o711)
  let port = '0'
  let last: ChildProcess | undefined
  onTestFinished(async () => {
    last?.kill('SIGKILL')
    const pid = last?.pid
    if (pid !== undefined) await until(() => !isRunning(pid))
    await rm(dataDir, { recursive: true, force: true, maxRetries: 20 })
  })

  return {
    dataDir,
    async start(): Promise<DeskProcess> {
      const env = {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        PORT: port,
        DATA_DIR: dataDir,
        APP_SECRET: 'the app secret of a desk that is killed',
        SHOP_SECRET: shop.secret,
        SHOP_ID: shop.id,
        DEMO: '1',
        STORE_URL: shop.origin,
        ...given,
      }
      const child = spawn(process.execPath, [join('dist', 'server', 'main.js')], {
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      last = child
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
      const url = await new Promise<string>((resolve, reject) => {
        const said: string[] = []
        createInterface({ input: child.stdout }).on('line', (line) => {
          said.push(line)
          if (line.includes('the desk is open')) resolve(open.parse(JSON.parse(line)).url)
        })
        void ended.then((code) => reject(new Error(`The desk ended with ${code}:\n${said.join('\n')}`)))
      })
      port = new URL(url).port
      return {
        url,
        child,
        async kill() {
          child.kill('SIGKILL')
          await ended
        },
        stop() {
          child.kill('SIGTERM')
          return ended
        },
      }
    },
  }
}
