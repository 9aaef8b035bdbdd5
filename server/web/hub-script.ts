import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { PublicSettings } from '../protocol/public-settings.ts'
import { type Packed, pack } from './packed.ts'

const placeholder = /(["'`])__HUB_SETTINGS__\1/

/** The built script with this shop's public settings in it. JSON is safe inside a script once `<` and line separators are escaped. */
export function hubScript(source: string, settings: PublicSettings): string {
  const json = JSON.stringify(settings)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
  return source.replace(placeholder, () => json)
}

export type ServedScript = { packed: Packed; etag: string }

/** Serves /hub.js: read once, made anew when the settings change. */
export function createHubScript(file: string, settings: () => Promise<{ version: number; shown: PublicSettings }>) {
  let source: Promise<string> | undefined
  let made: (ServedScript & { version: number }) | undefined
  return async (): Promise<ServedScript> => {
    const { version, shown } = await settings()
    if (made?.version === version) return made
    source ??= readFile(file, 'utf8')
    const body = hubScript(await source, shown)
    made = {
      version,
      packed: await pack(Buffer.from(body)),
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
    }
    return made
  }
}
