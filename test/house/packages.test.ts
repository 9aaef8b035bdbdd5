import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { read } from './sources.ts'

const versions = z.record(z.string(), z.string()).default({})
const packageFile = z
  .object({ dependencies: versions, devDependencies: versions, optionalDependencies: versions })
  .parse(JSON.parse(read('package.json')))

it('asks for exact versions', () => {
  const asked = Object.values(packageFile).flatMap((group) => Object.entries(group))
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
})

it('has a lock file that names no address, so that every registry will do', () => {
  expect(read('package-lock.json').match(/"resolved": "[^"]*:[^"]*"/g) ?? []).toEqual([])
})

it('has a lock file with the packages of every platform', () => {
  const check = () => execFileSync(process.execPath, ['.ci/complete-lock.mjs', '--check'], { encoding: 'utf8' })
  expect(check, 'to mend it: node .ci/complete-lock.mjs').not.toThrow()
})
