import type { PublicSettings } from '../server/protocol/public-settings.ts'
import { start } from './launcher.ts'

/** This script's own tag, and the folder it lies in; the build puts them before everything else. */
declare const $script: { dataset: Record<string, string | undefined> }
declare const $base: string
/**
 * When it serves this file, the desk puts the public settings in place of the word: as a JSON object in /hub.js, as a
 * question for them in the pinned copy, which is the same whatever the settings say.
 */
declare const $settings: PublicSettings | Promise<PublicSettings>

start(await $settings, $base, $script.dataset, () => import('./control.ts'))
