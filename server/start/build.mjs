import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './folders.mjs'
import { lastLines, StartProblem } from './problem.mjs'
import { runProgram } from './program.mjs'

const sources = ['server', 'widget', 'demo-store', 'vite.config.ts', 'package-lock.json']
const stamp = join(root, 'dist', '.built')

/**
 * Builds what runs and what browsers load, unless nothing has changed since the last time.
 * @param {{ signal?: AbortSignal }} [options]
 */
export async function build({ signal } = {}) {
  const built = statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (sources.every((source) => newest(join(root, source)) <= built)) return
  console.log('Building …')
  const begun = new Date()
  const vite = join('node_modules', 'vite', 'bin', 'vite.js')
  const { isOk, output } = await runProgram(process.execPath, [vite, 'build', '--app'], signal)
  if (!isOk) throw new StartProblem(`The build failed. It said:\n${lastLines(output, 30)}`)
  writeFileSync(stamp, '')
  // What is edited while the build runs is not in it.
  utimesSync(stamp, begun, begun)
}

/** When a file, or anything in a folder, was last changed; a folder itself changes when a file leaves it. */
function newest(path) {
  const entry = statSync(path, { throwIfNoEntry: false })
  if (entry === undefined) return 0
  if (!entry.isDirectory()) return entry.mtimeMs
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
