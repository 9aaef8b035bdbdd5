/** What a Content Security Policy of the shop's page has to allow: directives with the sources the hub needs. */
export function hubPolicy(deskUrl: string): { directive: string; sources: string[] }[] {
  return [
    { directive: 'script-src', sources: [deskUrl] },
    { directive: 'connect-src', sources: [deskUrl, deskUrl.replace(/^http/, 'ws')] },
  ]
}
