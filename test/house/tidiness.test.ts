import { expect, it } from 'vitest'
import { paths, read, sources } from './sources.ts'

it('has no source file over 300 lines', () => {
  const long = sources.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
  expect(long.filter(({ lines }) => lines > 300)).toEqual([])
})

it('names files in the words of the field', () => {
  const empty = /(^|[/.-])(utils?|helpers?|managers?|services?|common)([/.-]|$)/i
  expect(paths.filter((path) => empty.test(path))).toEqual([])
})

it('takes neither time nor chance from the air in the rule book and the desk (lint finds the rest)', () => {
  const air = /\bnew Date\(\s*\)|(?<!new )\bDate\(|\bTemporal\.Now\b/
  const rooms = sources.filter(({ path }) => /^server\/(tickets|desk)\//.test(path))
  expect(rooms.filter(({ text }) => air.test(text)).map(({ path }) => path)).toEqual([])
})

it('leaves no test out (runIf may name a platform)', () => {
  const left = /\b(it|test|describe|suite)(\.\w+)*\.(only|skip|todo|fails|skipIf)\b/
  expect(
    sources.filter(({ path, text }) => path.startsWith('test/') && left.test(text)).map(({ path }) => path),
  ).toEqual([])
})

it('gives the looks of a class of the agents’ page in one style sheet only', () => {
  const homes = new Map<string, Set<string>>()
  for (const path of paths.filter((one) => /^server\/inbox\/.*\.css$/.test(one))) {
    const rules = read(path).replaceAll(/\/\*[^]*?\*\//g, '')
    for (const [, name = ''] of rules.matchAll(/^\s*(\.[a-z][\w-]*)\s*[,{]/gm)) {
      homes.set(name, (homes.get(name) ?? new Set()).add(path))
    }
  }
  expect([...homes].filter(([, at]) => at.size > 1).map(([name, at]) => [name, ...at])).toEqual([])
})

it('names no package registry and no folder of one machine', () => {
  const registry = /\b(registry|npm|packages?)\.[\w-]+\.(org|com|net|dev|io)\b/
  const machine = /(^|[\s'"`=(])\/(root|work|Users|home\/\w+)\/\w/m
  const text = paths.filter((path) => /\.(tsx?|mjs|css|html|json|md|ya?ml|svg)$|^\.[^/]+$|^\.ci\//.test(path))
  expect(text.filter((path) => registry.test(read(path)))).toEqual([])
  expect(text.filter((path) => machine.test(read(path)))).toEqual([])
})
