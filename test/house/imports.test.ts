import { expect, it } from 'vitest'
import { importsOf, objection, placeOf } from './imports.ts'
import { sources } from './sources.ts'

const modules = sources.filter(({ path }) => /\.(tsx?|mjs)$/.test(path))

it('has a room for every file', () => {
  expect(sources.map(({ path }) => path).filter((path) => placeOf(path) === undefined)).toEqual([])
})

it('keeps every import in the direction of the house', () => {
  expect(modules.flatMap(importsOf).map(objection).filter(Boolean)).toEqual([])
})

it.each([
  ['server/tickets/a.ts', "import { b } from '../store/b.ts'"],
  ['server/tickets/a.ts', "import type { B } from '../store/b.ts'"],
  ['server/tickets/a.ts', "import { setTimeout } from 'node:timers/promises'"],
  ['server/tickets/a.ts', "export { b } from '../desk/b.ts'"],
  ['server/protocol/a.ts', "import pg from 'pg'"],
  ['server/desk/a.ts', "import { b } from '../web/b.ts'"],
  ['server/desk/a.ts', "import { systemClock } from '../clock.ts'"],
  ['server/web/a.ts', "import { b } from '../jobs/b.ts'"],
  ['server/web/a.ts', "import { b } from '../store/b.ts'"],
  ['server/channels/a.ts', "import { b } from '../tickets/b.ts'"],
  ['server/store/a.ts', "const b = await import('../desk/b.ts')"],
  ['server/inbox/a.tsx', "import { b } from '../../widget/hub/b.tsx'"],
  ['widget/a.ts', "import { z } from 'zod'"],
  ['widget/a.ts', "import { b } from '../server/tickets/b.ts'"],
  ['demo-store/a.ts', "import { b } from '../server/protocol/b.ts'"],
  ['server/elsewhere.ts', "import { b } from './app.ts'"],
])('would object in %s to: %s', (path, text) => {
  expect(importsOf({ path, text }).map(objection)).toEqual([expect.stringContaining(path)])
})

it.each([
  ['server/tickets/a.ts', "import { Temporal } from 'temporal-polyfill'"],
  ['server/desk/a.ts', "import type { Clock } from '../clock.ts'"],
  ['server/web/a.ts', "import type { B } from '../store/b.ts'"],
  ['server/channels/a.ts', "import { type B } from '../tickets/b.ts'"],
  ['widget/hub/a.tsx', "import css from './a.css?inline'"],
  ['server/inbox/a.tsx', "import { b } from '../../widget/thread/b.tsx'"],
  ['server/inbox/a.tsx', "import '../../widget/tokens.css'"],
  ['vite.config.ts', "import { b } from './server/start/build/b.ts'"],
])('would not object in %s to: %s', (path, text) => {
  expect(importsOf({ path, text }).map(objection)).toEqual([undefined])
})
