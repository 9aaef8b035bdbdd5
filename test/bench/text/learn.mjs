// npm run learn -- --data FOLDER: learns the weights of the spam scanner and of the automatic tags anew (S-8, D-5).
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runnerImport } from 'vite'

process.chdir(fileURLToPath(new URL('../../..', import.meta.url)))
const { values } = parseArgs({ options: { data: { type: 'string' } } })
if (values.data === undefined) {
  console.error('learn: --data FOLDER says where the labelled messages are')
  process.exit(1)
}
const { module } = await runnerImport('./test/bench/text/learn.ts')
await module.learnAll(values.data)
