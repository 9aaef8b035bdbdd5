/** What can be wrong with a shop's set-up, each said once in the console with the way out. Nothing else is. */
const notes = {
  401: 'The desk refused the token, so the shopper is a visitor. Is it signed (HS256) with SHOP_SECRET, with `aud` SHOP_ID, `sub`, `iat`, and `exp` at most 15 minutes ahead?',
  403: `${location.origin} is none of the shop’s origins. Add it in the desk: Settings, General.`,
  token: 'The page’s token callback failed or did not answer. It is asked again every 20 seconds.',
  stale:
    'The desk refused the page’s token, and the ones it was given after that. `token` must be a callback that gets a fresh one each time: does it hand out one that has run out?',
  nobody: 'There is a shopper, but web chat is visible to nobody. Choose who sees it in the desk: Settings, Web chat.',
  option: 'This option is not known, or cannot have this value:',
  command: 'There is no such command:',
  event: 'There is no such event, or nothing to call at it:',
}
export type Note = keyof typeof notes

const said = new Set<string>()

/** `detail`: what it is about, under its name. */
export function note(what: Note, detail?: Record<string, unknown>): void {
  const text = `Customer Hub: ${notes[what]}`
  const key = `${what} ${Object.keys(detail ?? {}).join()}`
  if (said.has(key)) return
  said.add(key)
  if (detail === undefined) console.warn(text)
  else console.warn(text, detail)
}
