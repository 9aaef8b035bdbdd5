// `npm run sim`: posts the carriers' odd cases at a running desk. Alone it lists them.
import { join } from 'node:path'
import { build } from './build.mjs'
import { dataDir, root } from './folders.mjs'
import { prepare } from './prepare.mjs'
import { StartProblem } from './problem.mjs'
import { keptSecrets } from './secrets.mjs'

try {
  await prepare()
  await build()
  const secret = process.env.SANDBOX_SECRET || keptSecrets(dataDir)?.sandbox
  if (secret) process.env.SANDBOX_SECRET = secret
  else if (process.argv.length > 2) {
    throw new StartProblem(
      `There is no secret in ${dataDir} to sign with. Run "npm start" first (with the same DATA_DIR), or set SANDBOX_SECRET.`,
    )
  }
  await import(join(root, 'dist/sandbox/sim.js'))
} catch (error) {
  console.error(error instanceof StartProblem ? error.message : error)
  process.exitCode = 1
}
