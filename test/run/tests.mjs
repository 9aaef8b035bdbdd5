import { startVitest } from 'vitest/node'

/**
 * Runs the tests whose path contains one of `filters` (none: all) and whose title fits `pattern`. A file or suite that
 * broke, an error that nobody caught and a run without any test count as failures too.
 */
export async function runTests(filters, pattern) {
  const vitest = await startVitest('test', filters, {
    watch: false,
    ...(pattern ? { testNamePattern: pattern } : {}),
  })
  const count = { passed: 0, failed: vitest.state.getUnhandledErrors().length }
  for (const file of vitest.state.getTestModules()) {
    const tests = [...file.children.allTests()].map((test) => test.result().state)
    count.passed += tests.filter((state) => state === 'passed').length
    count.failed += tests.filter((state) => state === 'failed' || state === 'pending').length
    const broken = [file, ...file.children.allSuites()].filter((part) => part.errors().length > 0)
    count.failed += broken.length
  }
  await vitest.close()
  const nothing = count.passed + count.failed === 0
  if (nothing) console.error('No test ran.')
  // Vitest knows of failures that leave no trace in its state, such as a broken global setup.
  if (nothing || (process.exitCode && count.failed === 0)) count.failed = 1
  return count
}
