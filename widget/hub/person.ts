/** Who a token speaks of. Only for addressing and for keeping apart what is stored: the desk verifies, we do not. */
export type Person = { id: string; name: string }

/** Reads a token's claims without checking them; null if it is none. */
export function personOf(token: string | null): Person | null {
  try {
    const body = (token ?? '').split('.')[1] ?? ''
    const bytes = Uint8Array.from(atob(body.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0))
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (!claims || typeof claims !== 'object' || !('sub' in claims) || typeof claims.sub !== 'string') return null
    return { id: claims.sub, name: 'name' in claims && typeof claims.name === 'string' ? claims.name : '' }
  } catch {
    return null
  }
}
