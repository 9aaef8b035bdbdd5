import { parseSync } from 'vite'
import type { Source } from './sources.ts'

export type Title = { path: string; title: string }

type Node = { type: string } & Record<string, unknown>

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

/** The name at the root of `it`, `it.each(…)`, `test.concurrent` and so on. */
function rootOf(callee: unknown): unknown {
  if (!isNode(callee)) return undefined
  if (callee.type === 'Identifier') return callee['name']
  return rootOf(callee['object'] ?? callee['callee'] ?? callee['tag'])
}

function rawOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'raw' in value ? String(value.raw) : ''
}

function textOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined
  if (typeof value['value'] === 'string') return value['value']
  const quasis = value['quasis']
  if (!Array.isArray(quasis)) return undefined
  return quasis.map((part: unknown) => (isNode(part) ? rawOf(part['value']) : '')).join('…')
}

/** The titles of all tests in a file, as they are written. */
export function titlesOf({ path, text }: Source): Title[] {
  const titles: Title[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    if (!isNode(value)) return
    const given = value['arguments']
    const title = Array.isArray(given) ? textOf(given[0]) : undefined
    const root = rootOf(value['callee'])
    if (title !== undefined && (root === 'it' || root === 'test')) titles.push({ path, title })
    Object.values(value).forEach(visit)
  }
  visit(parseSync(path, text).program)
  return titles
}

const id = /\b[TSRWMDP]-\d+/g

/** Every rule that a title speaks of. */
export function named(title: string): string[] {
  return title.match(id) ?? []
}

/** The rules that a test proves: those that its title, or a part of it after a semicolon, begins with. */
export function proved(title: string): string[] {
  const beginning = /^(?:[TSRWMDP]-\d+[a-z]*(?:,? (?:and )?|$))+/
  return title.split('; ').flatMap((part) => named(beginning.exec(part)?.[0] ?? ''))
}
