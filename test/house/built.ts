import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'

const folder = fileURLToPath(new URL('../../dist/widget/', import.meta.url))
const inboxFolder = fileURLToPath(new URL('../../dist/inbox/', import.meta.url))
const manifestFile = `${folder}.vite/manifest.json`

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
  }),
)

export type BuiltFile = { file: string; gzip: number }

/** Bytes after gzip -9. */
export function gzipSize(code: string | Buffer): number {
  return gzipSync(code, { level: 9 }).length
}

if (!existsSync(manifestFile)) throw new Error('There is no dist/widget. Build first: npm run build')

function manifest(file = manifestFile) {
  return manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

function built(file: string, at = folder): BuiltFile {
  return { file, gzip: gzipSize(readFileSync(at + file)) }
}

/** The script tag's own file. */
export function loader(): BuiltFile {
  return built('hub.js')
}

/** Home and Orders: not before one of them is opened. */
const tabs = 'widget/hub/tabs/tabs.tsx'

/**
 * Loaded when somebody asks for it: the other tabs, files, emoji, the menu, what comes after the end; and what a page's own
 * looks or a wrong set-up need. Only what is imported by `import()` counts as such.
 */
const isLater = (name: string): boolean =>
  name === tabs || /^widget\/(hub\/later\/|setup\/|thread\/emoji\.tsx)/.test(name)

/** What opening one of the other tabs (W-14) loads beside that. */
export function toOtherTabs(): BuiltFile {
  const chunk = manifest()[tabs]
  if (!chunk) throw new Error(`${tabs} is not loaded apart from the chat any more`)
  return built(chunk.file)
}

/** Everything a shopper loads to open the hub and chat in English: the loader and all that follows from it. */
export function toChat(): BuiltFile[] {
  const chunks = manifest()
  const needed = new Set(['widget/loader.ts'])
  for (const name of needed) {
    const chunk = chunks[name]
    if (!chunk) throw new Error(`${name} is imported but was not built`)
    const asked = chunk.dynamicImports.filter((next) => !isLater(next))
    for (const next of [...chunk.imports, ...asked]) if (!isOtherLanguage(next)) needed.add(next)
  }
  return [...needed].map((name) => built(chunks[name]?.file ?? name))
}

/** The scripts that the agents' page needs before anything is drawn, in one of its languages. */
export function inboxFirst(language: string): BuiltFile[] {
  const chunks = manifest(`${inboxFolder}.vite/manifest.json`)
  const needed = new Set(['server/inbox/index.html', `server/inbox/words/${language}.ts`])
  for (const name of needed) for (const next of chunks[name]?.imports ?? []) needed.add(next)
  return [...needed].map((name) => {
    const chunk = chunks[name]
    if (!chunk) throw new Error(`${name} was not built`)
    return built(chunk.file, inboxFolder)
  })
}

/** Words stand in widget/…/words/<language>.ts, each language a file of its own that is loaded alone. */
function isOtherLanguage(name: string): boolean {
  const language = /\/words\/(?:.*[./])?([a-z]{2}(?:-[a-z]+)?)\.ts$/i.exec(name)?.[1]
  return language !== undefined && language !== 'en'
}

/** All scripts that browsers load: the shop's and the agents' page's. */
export function scripts(): { file: string; code: string }[] {
  return [folder, inboxFolder].flatMap((of) =>
    readdirSync(of, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js'))
      .map((file) => ({ file, code: readFileSync(of + file, 'utf8') })),
  )
}

/** The packages whose code is somewhere in the script, by its source maps. */
export function packagesInside(): string[] {
  const maps = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js.map'))
  const map = z.object({ sources: z.array(z.string()) })
  const origins = maps.flatMap((file) => map.parse(JSON.parse(readFileSync(folder + file, 'utf8'))).sources)
  const names = origins.map((origin) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(origin)?.[1])
  return [...new Set(names.filter((name) => name !== undefined))].toSorted()
}
