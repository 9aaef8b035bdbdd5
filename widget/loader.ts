import type { PublicSettings } from '../server/protocol/public-settings.ts'
import { start } from './launcher.ts'

/** The address of this script; the build puts it before everything else. */
declare const $base: string

// When it serves this file, the desk puts the public settings, a JSON object, in place of the word and its quotes. A copy
// that nobody has served does nothing.
const [settings]: (PublicSettings | string)[] = ['__HUB_SETTINGS__']
if (typeof settings === 'object') {
  start(settings, new URL('.', $base).href, () => import('./hub/mount.tsx'))
}
