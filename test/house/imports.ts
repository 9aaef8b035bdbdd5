import { posix } from 'node:path'
import { parseSync } from 'vite'
import type { Source } from './sources.ts'

export type Import = { from: string; to: string; typesOnly: boolean }

/** Where a path of the repository stands in the house, or undefined where nothing may stand. */
export function placeOf(path: string): string | undefined {
  if (path === 'server/main.ts') return 'main'
  if (path === 'server/app.ts') return 'app'
  if (path === 'server/parent.ts') return 'parent'
  if (/^server\/(config|clock|log|secrets)\.ts$/.test(path)) return 'given'
  if (/^server\/(start|dev|serve)(\/.*)?(\.mjs)?$/.test(path)) return 'start'
  const folder = /^server\/(protocol|tickets|channels|desk|store|jobs|web|inbox|seed)\//.exec(path)?.[1]
  if (folder) return folder
  // The hub's sentences: it says them, the settings show them, and the rule book knows which marks they hold.
  if (path.startsWith('widget/words/')) return 'widget/words'
  // One conversation on a screen and the values it is drawn with: the ground that both screens share.
  if (path.startsWith('widget/thread/') || path === 'widget/tokens.css') return 'widget/thread'
  // The values that every page of ours is drawn with.
  if (path === 'widget/hub-tokens.css') return 'values'
  // How a shop signs, which the agents' page shows as text.
  if (path.startsWith('demo-store/signing/')) return 'signing'
  return /^(widget|demo-store|test|\.ci)\//.exec(path)?.[1] ?? (path === 'vite.config.ts' ? path : undefined)
}

/** What may be imported from each place: `uses` with its values, `knows` its types only. A place may import itself. */
const houseRules: Record<string, { uses: string[]; knows: string[]; packages?: RegExp }> = {
  main: { uses: ['app', 'store', 'parent', 'given', 'protocol'], knows: [] },
  app: { uses: ['web', 'jobs', 'desk', 'store', 'channels', 'given', 'protocol'], knows: ['tickets'] },
  // Doors may ask the rule book who may pass; what is to be done they leave to the desk.
  web: { uses: ['desk', 'tickets', 'channels', 'protocol', 'values'], knows: ['store', 'given'] },
  jobs: { uses: ['desk', 'tickets', 'channels', 'protocol'], knows: ['store', 'given'] },
  // What a provider told us and what it is to be told have one shape, the porches' own.
  desk: { uses: ['tickets', 'store', 'protocol'], knows: ['given', 'channels'] },
  store: { uses: ['protocol'], knows: ['tickets', 'given'] },
  channels: { uses: ['protocol'], knows: ['tickets', 'given'] },
  // The rule book cannot wait, read a clock or roll a die, because nothing that can is within its reach.
  tickets: { uses: ['protocol', 'widget/words'], knows: [], packages: /^temporal-polyfill$/ },
  protocol: { uses: [], knows: [], packages: /^zod$/ },
  given: { uses: ['protocol'], knows: [] },
  // A program of its own, which nobody imports.
  seed: { uses: ['store', 'protocol'], knows: [] },
  parent: { uses: [], knows: [] },
  start: { uses: [], knows: [] },
  inbox: { uses: ['widget/thread', 'widget/words', 'protocol', 'signing'], knows: [], packages: /^(?!node:)/ },
  // zod would be a quarter of what a shopper loads; that no value of it arrives is checked in the built script.
  widget: { uses: ['widget/thread', 'widget/words', 'protocol'], knows: [], packages: /^(?!node:|zod)/ },
  'widget/words': { uses: [], knows: ['protocol'], packages: /^$/ },
  'widget/thread': { uses: ['widget', 'protocol'], knows: [], packages: /^(?!node:|zod)/ },
  signing: { uses: [], knows: [] },
  values: { uses: [], knows: [] },
  'demo-store': { uses: ['parent'], knows: [] },
  '.ci': { uses: [], knows: [] },
  'vite.config.ts': { uses: ['start'], knows: [] },
}

/** Every import, re-export and lazy import that the file really has. */
export function importsOf({ path, text }: Source): Import[] {
  const { module, errors } = parseSync(path, text)
  const broken = errors[0]
  if (broken) throw new Error(`${path} cannot be read: ${broken.message}`)
  const found = module.staticImports.map(({ moduleRequest, entries }) => ({
    to: moduleRequest.value,
    typesOnly: entries.length > 0 && entries.every((entry) => entry.isType),
  }))
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ to: moduleRequest.value, typesOnly: isType })
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const written = text.slice(moduleRequest.start, moduleRequest.end)
    if (/^['"`]/.test(written)) found.push({ to: written.slice(1, -1), typesOnly: false })
  }
  return found.map(({ to, typesOnly }) => ({
    from: path,
    to: to.startsWith('.') ? posix.join(posix.dirname(path), to.replace(/\?.*$/, '')) : to,
    typesOnly,
  }))
}

/** Why the house forbids this import, or undefined where it does not. */
export function objection({ from, to, typesOnly }: Import): string | undefined {
  const place = placeOf(from)
  if (place === undefined) return `${from} stands in no room of the house`
  if (place === 'test') return undefined
  const rule = houseRules[place]
  if (!rule) return `${from}: no rule says what ${place} may import`
  const target = placeOf(to)
  const isOurs = target !== undefined || to.startsWith('..')
  if (!isOurs) {
    if (typesOnly || !rule.packages || rule.packages.test(to)) return undefined
    return `${from} imports ${to}, which ${place} may not`
  }
  if (target === place || (target !== undefined && rule.uses.includes(target))) return undefined
  if (target !== undefined && rule.knows.includes(target)) {
    return typesOnly ? undefined : `${from} may import types of ${to}, but not its values`
  }
  return `${from} imports ${to}, which ${place} may not`
}
