import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { PublicSettings } from '../protocol/public-settings.ts'
import { type Packed, pack } from './packed.ts'

/** Stands once in the built script. */
const placeholder = /\$settings\b/
/** Where the pinned script asks for what the other one brings along. Without an answer it waits, and does nothing. */
const question =
  'fetch(new URL("api/hub/settings",$script.src)).then(a=>a.ok?a.json():0).catch(()=>0).then(a=>a||new Promise(()=>0))'

/** The built script with this shop's public settings in it. JSON is safe inside a script once `<` and line separators are escaped. */
export function hubScript(source: string, settings: PublicSettings): string {
  const json = JSON.stringify(settings)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return source.replace(placeholder, () => json)
}

export type ServedScript = { packed: Packed; etag: string }

/** The script that is the same whatever the settings say, under a name of its own, for who checks it (SRI). */
export type PinnedScript = { name: string; integrity: string; packed: Packed }

/** Makes /hub.js: read once, made anew when the settings change; and the pinned one of this build. */
export function createHubScript(file: string, settings: () => Promise<{ version: number; shown: PublicSettings }>) {
  let source: Promise<string> | undefined
  let made: (ServedScript & { version: number }) | undefined
  let fixed: Promise<PinnedScript> | undefined
  const read = () => (source ??= readFile(file, 'utf8'))
  return {
    async served(): Promise<ServedScript> {
      const { version, shown } = await settings()
      if (made?.version === version) return made
      const body = hubScript(await read(), shown)
      made = {
        version,
        packed: await pack(Buffer.from(body)),
        etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      }
      return made
    },
    pinned: (): Promise<PinnedScript> => (fixed ??= read().then(pin)),
  }
}

async function pin(source: string): Promise<PinnedScript> {
  const body = source.replace(placeholder, () => question)
  const hash = createHash('sha384').update(body).digest()
  return {
    name: `hub.${hash.toString('base64url').slice(0, 12)}.js`,
    integrity: `sha384-${hash.toString('base64')}`,
    packed: await pack(Buffer.from(body)),
  }
}
