import type { ScriptTag } from '../../tickets/shop-page.ts'

/** Elements whose content is text, or none of the page: what looks like a tag in there is none. */
const holdsText = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'template', 'iframe', 'xmp'])

/** One attribute: its name, and its value in either quotes or none. */
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y

/**
 * The script tags with an address and the policies in meta tags of a page, in one walk forward through its text. What
 * stands in comments, and in scripts and texts as text, is none of the page's own tags.
 */
export function parsePage(html: string, address: string): { scripts: ScriptTag[]; policies: string[] } {
  const scripts: ScriptTag[] = []
  const policies: string[] = []
  // Browsers take base from the first tag that has one.
  let base = address
  let based = false
  const opening = /<!--|<([a-z][^\s/>]*)/gi
  for (let found = opening.exec(html); found !== null; found = opening.exec(html)) {
    const name = (found[1] ?? '').toLowerCase()
    if (name === '') {
      const end = html.indexOf('-->', opening.lastIndex)
      if (end === -1) break
      opening.lastIndex = end + 3
      continue
    }
    const { values, end } = attributesAt(html, opening.lastIndex)
    // A tag that never ends is none.
    if (end === html.length) break
    opening.lastIndex = end
    const value = (of: string) => values.get(of) ?? ''
    if (name === 'base' && !based && URL.canParse(value('href'), address)) {
      base = new URL(value('href'), address).href
      based = true
    }
    if (name === 'meta' && value('http-equiv').toLowerCase() === 'content-security-policy') {
      policies.push(value('content'))
    }
    if (name === 'script' && URL.canParse(value('src'), base) && values.has('src')) {
      scripts.push({ src: new URL(value('src'), base).href, type: value('type').trim(), nonce: value('nonce') })
    }
    if (!holdsText.has(name)) continue
    const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
    close.lastIndex = end
    const closed = close.exec(html)
    if (closed === null) break
    opening.lastIndex = close.lastIndex
  }
  return { scripts, policies }
}

/** The attributes from here to the end of the tag. Of a name that comes twice the first counts. */
function attributesAt(html: string, from: number): { values: Map<string, string>; end: number } {
  const values = new Map<string, string>()
  let at = from
  while (at < html.length && html[at] !== '>') {
    attribute.lastIndex = at
    const found = attribute.exec(html)
    if (found === null) {
      at++
      continue
    }
    const [whole, name = '', double, single, bare] = found
    const key = name.toLowerCase()
    if (!values.has(key)) values.set(key, unescaped(double ?? single ?? bare ?? ''))
    at += whole.length
  }
  return { values, end: at }
}

const entities: Record<string, string> = { amp: '&', quot: '"', '#39': "'", '#x27': "'", apos: "'", '#34': '"' }

const unescaped = (text: string) =>
  text.replace(/&(amp|quot|apos|#39|#x27|#34);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
