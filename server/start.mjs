// `npm start`: the whole product on this machine. This file and node-version.mjs keep to words that old versions of
// Node understand, so that they can say what is wrong; everything else is loaded after that.
import { nodeProblem } from './start/node-version.mjs'

const problem = nodeProblem(process.versions.node)
if (problem) {
  console.error(problem)
  process.exitCode = 1
} else {
  void import('./start/run.mjs').then((module) => module.run())
}
