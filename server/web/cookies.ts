/** The agents' session cookie. `__Host-` binds it to this host over https; plain http on loopback cannot use it. */
export const sessionCookie = (secure: boolean) => (secure ? '__Host-hub' : 'hub')

const both = /(?:^|;\s*)(?:__Host-hub|hub)=([A-Za-z0-9_-]{20,100})(?:;|$)/

/** The session token in a Cookie header. */
export function sessionToken(header: string | undefined): string | undefined {
  return header === undefined ? undefined : both.exec(header)?.[1]
}
