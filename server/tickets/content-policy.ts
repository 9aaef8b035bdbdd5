import type { ScriptTag } from './shop-page.ts'

type Directives = Map<string, string[]>

/** Directives that stand in for one that is missing (CSP 3, 6.8.3: the fallback list), nearest first. */
const fallbacks: Record<string, string[]> = {
  'script-src': ['script-src-elem', 'script-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
}

function directivesOf(policy: string): Directives {
  const found: Directives = new Map()
  for (const part of policy.split(';')) {
    const [name = '', ...sources] = part.trim().split(/\s+/)
    // The first of a name counts (CSP 3, 2.2.1).
    if (name !== '' && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), sources)
  }
  return found
}

/**
 * The sources of `needed` that one of the page's policies refuses. `tag` is the script tag as it stands in the page: its
 * nonce lets it through where hosts are not listed.
 */
export function refusedSources(
  policies: readonly string[],
  { directive, sources }: { directive: string; sources: readonly string[] },
  page: string,
  tag: ScriptTag | null,
): string[] {
  return sources.filter((source) =>
    policies.some((policy) => {
      const directives = directivesOf(policy)
      const name = (fallbacks[directive] ?? [directive]).find((one) => directives.has(one))
      const listed = name === undefined ? undefined : directives.get(name)
      return listed !== undefined && !lets(listed, source, page, directive === 'script-src' ? tag : null)
    }),
  )
}

function lets(listed: readonly string[], source: string, page: string, tag: ScriptTag | null): boolean {
  const lower = listed.map((one) => one.toLowerCase())
  if (tag !== null && tag.nonce !== '' && listed.includes(`'nonce-${tag.nonce}'`)) return true
  // With it lists of hosts count no more (CSP 3, 8.2).
  if (tag !== null && lower.includes("'strict-dynamic'")) return false
  return lower.some((expression) => matches(expression, new URL(source), new URL(page)))
}

/** CSP 3, 6.7.2.8: does a source expression match an address that has no path? */
function matches(expression: string, url: URL, page: URL): boolean {
  if (expression === '*') return true
  if (expression === "'self'") return sameHost(url, page) && schemeFits(page.protocol, url.protocol, true)
  if (expression.startsWith("'")) return false
  if (/^[a-z][a-z0-9+.-]*:$/.test(expression)) return schemeFits(expression, url.protocol, false)
  const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(\*|(?:\*\.)?[^/:*]+|\[[^\]]+\])(?::(\d+|\*))?(\/.*)?$/.exec(expression)
  if (parts === null) return false
  const [, scheme, host = '', port, path = ''] = parts
  if (!schemeFits(scheme === undefined ? page.protocol : `${scheme}:`, url.protocol, false)) return false
  if (!hostFits(host, url.hostname)) return false
  const actual = url.port || usualPort(url.protocol)
  const wanted = port ?? usualPort(scheme === undefined ? url.protocol : `${scheme}:`)
  if (port !== '*' && actual !== wanted && !(wanted === '80' && actual === '443')) return false
  // Our own parts lie below /h, /api and /socket: a path lets one of them through at most.
  return path === '' || path === '/'
}

const usualPort = (protocol: string) => (/^(http|ws):$/.test(protocol) ? '80' : '443')

const sameHost = (a: URL, b: URL) =>
  a.hostname === b.hostname && (a.port || usualPort(a.protocol)) === (b.port || usualPort(b.protocol))

const hostFits = (pattern: string, host: string) =>
  pattern === '*' || (pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern)

/** http stands for https too, ws for wss; 'self' for the sockets of its own host as well. */
function schemeFits(given: string, actual: string, self: boolean): boolean {
  if (given === actual) return true
  if (given === 'http:') return actual === 'https:' || (self && /^wss?:$/.test(actual))
  if (given === 'ws:') return actual === 'wss:'
  return self && given === 'https:' && actual === 'wss:'
}
