import type { PublicSettings } from '../server/protocol/public-settings.ts'
import { start } from './launcher.ts'

/** This script's own tag; the build puts it before everything else. */
declare const $script: { src: string; dataset: Record<string, string | undefined> }
/** Added to the address of a part: what has failed is asked for anew. */
declare let $again: string

// When it serves this file, the desk puts the public settings in place of the word and its quotes: as a JSON object in
// /hub.js, as a question for them in the pinned copy, which is the same whatever the settings say. As it stands here,
// served by nobody, it does nothing.
void Promise.resolve<PublicSettings | string>('__HUB_SETTINGS__').then((settings) => {
  if (typeof settings === 'string') return
  const again = (error: unknown) => {
    $again += '?'
    throw error
  }
  start(settings, new URL('.', $script.src).href, $script.dataset, {
    hub: () => import('./hub/mount.tsx').catch(again),
    shopper: () => import('./shopper.ts').catch(again),
    setUp: () => import('./setup/setup.ts'),
  })
})
