import type { Settings } from '../protocol/settings.ts'

/** W-1, W-2: may signed-in shoppers chat? That they are signed in is proved at the door. */
export function mayChat(settings: Settings): boolean {
  return settings.hub.on && settings.webChat.visibility === 'signed_in'
}
