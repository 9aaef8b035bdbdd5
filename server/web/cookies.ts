/** The agents' session cookie. `__Host-` binds it to this host over https; plain http on loopback cannot use it. */
export const sessionCookie = (secure: boolean) => (secure ? '__Host-hub' : 'hub')

const bound = /(?:^|;\s*)__Host-hub=([A-Za-z0-9_-]{20,100})(?:;|$)/
const plain = /(?:^|;\s*)hub=([A-Za-z0-9_-]{20,100})(?:;|$)/

/** The session token in a Cookie header: the bound one first, which no neighbouring host can have planted (SAFETY S5). */
export function sessionToken(header: string | undefined): string | undefined {
  return header === undefined ? undefined : (bound.exec(header) ?? plain.exec(header))?.[1]
}
