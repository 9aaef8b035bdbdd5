// npm test: everything there is to check, in one run. Only Node's own modules at first: a bare clone has no others.
//
//   npm test                                   types, lint, format, build, all tests
//   npm test -- test/server/store -t 'T-1'     the same checks, then the tests whose path and title fit
//   npm test -- --quick test/widget            those tests only
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from '../server/start/build.mjs'
import { prepare } from '../server/start/prepare.mjs'
import { browserHint, findBrowser, installBrowser } from './run/browser.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const checks = [
  ['types', 'tsc'],
  ['lint', 'oxlint'],
  ['format', 'biome', 'format'],
]

/** Runs a command of an installed package; true when it was content. */
function runs([name, command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${command}`, args, { stdio: 'inherit' })
    child.on('error', (error) => {
      console.error(`${name}: ${error.message}`)
      resolve(false)
    })
    child.on('exit', (code) => {
      console.log(`${name}: ${code === 0 ? 'ok' : 'FAILED'}`)
      resolve(code === 0)
    })
  })
}

/** Builds as `npm start` does, so that the products the journeys start find nothing left to build. */
async function builds() {
  const problem = await build().catch((error) => error)
  if (problem) console.error(problem.message)
  console.log(`build: ${problem ? 'FAILED' : 'ok'}`)
  return !problem
}

async function run() {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean' }, testNamePattern: { type: 'string', short: 't' } },
    allowPositionals: true,
  })
  await prepare()
  const browser = findBrowser() ?? (values.quick ? undefined : installBrowser())
  if (browser) process.env.CHROMIUM = browser
  else if (!values.quick) throw new Error(browserHint())

  const count = { passed: 0, failed: 0 }
  if (!values.quick) {
    for (const check of checks) count[(await runs(check)) ? 'passed' : 'failed'] += 1
    count[(await builds()) ? 'passed' : 'failed'] += 1
  }

  const { runTests } = await import('./run/tests.mjs')
  const tests = await runTests(positionals, values.testNamePattern)
  return { passed: count.passed + tests.passed, failed: count.failed + tests.failed }
}

const { passed, failed } = await run().catch((error) => {
  console.error(error instanceof Error && error.message ? error.message : error)
  return { passed: 0, failed: 1 }
})
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
