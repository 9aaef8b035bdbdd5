import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from './folders.mjs'
import { nodeProblem } from './node-version.mjs'
import { lastLines, StartProblem } from './problem.mjs'
import { runProgram } from './program.mjs'

const stamp = join(root, 'node_modules', '.installed')

/**
 * Makes a fresh clone ready to run: checks Node, and installs the packages of the lock file unless they are there.
 * Rejects with a StartProblem, whose message is a sentence for people; `signal` ends an installation in the middle.
 * @param {{ signal?: AbortSignal }} [options]
 * @returns {Promise<void>}
 */
export async function prepare({ signal } = {}) {
  const problem = nodeProblem(process.versions.node)
  if (problem !== undefined) throw new StartProblem(problem)
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing packages. This takes about half a minute …')
  await install(signal)
  writeFileSync(stamp, wanted)
}

/** Changes when other packages are needed: another lock file, another kind of machine. */
function fingerprint() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  return `${lock} ${process.platform} ${process.arch}\n`
}

/** @param {AbortSignal | undefined} signal */
async function install(signal) {
  // Both kinds are asked for by name: NODE_ENV=production or a setting of the user's would leave them out.
  const args = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund']
  // Without a network npm would try for minutes.
  args.push('--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=4000')
  const cli = process.env.npm_execpath
  const isNpm = cli !== undefined && /^npm(-cli)?\.c?js$/.test(basename(cli))
  const npm = isNpm ? runProgram(process.execPath, [cli, ...args], signal) : runProgram('npm', args, signal)
  const { isOk, output } = await npm.catch((error) => {
    throw error.code === 'ENOENT'
      ? new StartProblem('npm was not found. Install it with Node.js and try again.')
      : error
  })
  if (isOk) return
  const unreached = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH)\b/.exec(output)
  throw new StartProblem(
    unreached
      ? `The packages could not be fetched: the package registry was not reached (${unreached[0]}). ` +
          'Check the network (behind a proxy, set HTTPS_PROXY) and run the command again.'
      : `The packages could not be installed. npm said:\n${lastLines(output)}`,
  )
}
