import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Source = { path: string; text: string }

const root = fileURLToPath(new URL('../../', import.meta.url))
const foreign = new Set(['node_modules', 'dist', 'data', '.git'])

function pathsUnder(folder: string): string[] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (foreign.has(entry.name)) return []
    if (entry.isDirectory()) return pathsUnder(path)
    return entry.isFile() ? [path] : []
  })
}

/** The text of a file, named from the top of the repository. */
export function read(path: string): string {
  return readFileSync(root + path, 'utf8')
}

/** Every file of ours (nothing installed, built or stored), named from the top of the repository. */
export const paths: readonly string[] = pathsUnder('').filter((path) => path !== '.env')

/** Every file that holds program text or style. */
export const sources: readonly Source[] = paths
  .filter((path) => /\.(tsx?|mjs|css)$/.test(path))
  .map((path) => ({ path, text: read(path) }))
