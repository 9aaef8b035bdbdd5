// npm run bench [-- W1 W2 …] [--json] [--tickets 1000000]: the rows of the speed table that can be measured so far.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { prepare } from '../../server/start/prepare.mjs'
import { browserHint, findBrowser, installBrowser } from '../run/browser.mjs'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, tickets: { type: 'string', default: '1000000' } },
  allowPositionals: true,
})
await prepare()
const browser = findBrowser() ?? installBrowser()
if (!browser) {
  console.error(browserHint())
  process.exit(1)
}
process.env.CHROMIUM = browser
const built = spawnSync('node_modules/.bin/vite', ['build', '--app', '--logLevel', 'warn'], { stdio: ['ignore', 2, 2] })
if (built.status !== 0) process.exit(1)

const { runnerImport } = await import('vite')
const { module } = await runnerImport('./test/bench/bench.ts')
const met = await module
  .bench({ names: positionals, json: values.json === true, tickets: Number(values.tickets) })
  .catch((error) => {
    console.error(`bench: ${error.message}`)
    return false
  })
process.exit(met ? 0 : 1)
