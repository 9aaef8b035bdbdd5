// `npm run serve`: the desk alone, for production. Settings come from the environment or from a .env file beside the
// project (.env.example tells what there is).
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './start/build.mjs'
import { root } from './start/folders.mjs'
import { prepare } from './start/prepare.mjs'
import { StartProblem } from './start/problem.mjs'

try {
  process.chdir(root)
  if (existsSync('.env')) process.loadEnvFile('.env')
  process.env.NODE_ENV ??= 'production'
  await prepare()
  await build()
  await import(join(root, 'dist/server/main.js'))
} catch (error) {
  console.error(error instanceof StartProblem ? error.message : error)
  process.exitCode = 1
}
