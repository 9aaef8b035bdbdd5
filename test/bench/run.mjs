// npm run bench [-- W1 W2 …] [--json] [--tickets 1000000]: the rows of the speed table that can be measured so far.
// npm run bench -- text --data FOLDER: how well spam and topics are told apart, by labelled messages.
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { prepare } from '../../server/start/prepare.mjs'
import { browserHint, findBrowser, installBrowser } from '../run/browser.mjs'

const start = process.cwd()
process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean' }, tickets: { type: 'string', default: '1000000' }, data: { type: 'string' } },
  allowPositionals: true,
})
const data = values.data === undefined ? null : resolve(start, values.data)
await prepare()
// Texts are measured without a product, and by themselves.
const text = positionals.join() === 'text'
if (!text) buildForBrowser()

const { runnerImport } = await import('vite')
const { module } = await runnerImport(text ? './test/bench/text/bench-text.ts' : './test/bench/bench.ts')
const met = await module
  .bench({ names: positionals, json: values.json === true, tickets: Number(values.tickets), data })
  .catch((error) => {
    console.error(`bench: ${error.message}`)
    return false
  })
process.exit(met ? 0 : 1)

function buildForBrowser() {
  const browser = findBrowser() ?? installBrowser()
  if (!browser) {
    console.error(browserHint())
    process.exit(1)
  }
  process.env.CHROMIUM = browser
  const vite = ['build', '--app', '--logLevel', 'warn']
  const built = spawnSync('node_modules/.bin/vite', vite, { stdio: ['ignore', 2, 2] })
  if (built.status !== 0) process.exit(1)
}
