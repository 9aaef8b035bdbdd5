// `npm run seed -- --tickets 100000`: fills the desk of this machine with invented tickets.
import { join } from 'node:path'
import { build } from './build.mjs'
import { dataDir, root } from './folders.mjs'
import { prepare } from './prepare.mjs'
import { StartProblem } from './problem.mjs'

try {
  await prepare()
  await build()
  process.env.DATA_DIR = dataDir
  await import(join(root, 'dist/server/seed.js'))
} catch (error) {
  console.error(error instanceof StartProblem ? error.message : error)
  process.exitCode = 1
}
