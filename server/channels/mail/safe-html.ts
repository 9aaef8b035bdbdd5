import sanitizeHtml from 'sanitize-html'
import { hasFewTags } from './html-text.ts'

export type SafeHtmlWishes = {
  /** Where the pictures that came with the mail are to be had, by Content-ID. */
  pictures: Record<string, string>
  /** Only when the agent has asked for it (P-2): pictures from elsewhere tell their sender who looks, when and where. */
  remote: boolean
}

/** `held`: how many pictures from elsewhere were left out; their address stands in `data-remote`. */
export type SafeHtml = { html: string; held: number }

const colour = /^(?:#[0-9a-f]{3,8}|[a-z]{3,25}|rgba?\([0-9., %]{1,40}\))$/i
const length = '-?(?:\\d{1,4}(?:\\.\\d{1,4})?|\\.\\d{1,4})(?:px|pt|em|rem|%|ex|ch)?'
const oneLength = new RegExp(`^(?:${length}|auto)$`, 'i')
// Nothing negative: it would draw one part of a mail over another, or out of its frame.
const lengths = new RegExp(`^(?:(?:${length.slice(2)}|auto)(?: |$)){1,4}$`, 'i')
const word = /^[a-z-]{1,25}$/i
const border =
  /^(?:(?:#[0-9a-f]{3,8}|[a-z]{3,25}|rgba?\([0-9., %]{1,40}\)|\d{1,3}(?:\.\d{1,3})?(?:px|pt|em)?)(?: |$)){1,3}$/i
const font = /^[\p{L}\p{N} ,'"_-]{1,200}$/u

const styles: Record<string, RegExp[]> = {
  color: [colour],
  'background-color': [colour],
  background: [colour],
  'font-family': [font],
  'font-size': [oneLength, word],
  'font-style': [word],
  'font-weight': [/^(?:\d{3}|[a-z]{1,10})$/i],
  'line-height': [oneLength, word],
  'letter-spacing': [oneLength],
  'text-align': [word],
  'text-decoration': [/^[a-z -]{1,40}$/i],
  'text-transform': [word],
  'vertical-align': [word],
  'white-space': [word],
  'list-style-type': [word],
  'border-collapse': [word],
  width: [lengths],
  height: [lengths],
  'max-width': [lengths],
}
for (const side of ['', '-top', '-right', '-bottom', '-left']) {
  styles[`margin${side}`] = [lengths]
  styles[`padding${side}`] = [lengths]
  styles[`border${side}`] = [border]
}

const tags =
  `a abbr b big blockquote br caption center code col colgroup dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i
  img ins kbd li ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var`.split(
    /\s+/,
  )

const box = ['align', 'valign', 'bgcolor', 'width', 'height']
const attributes = {
  '*': ['style', 'dir', 'lang', 'title'],
  a: ['href', 'target', 'rel'],
  img: ['src', 'alt', 'width', 'height', 'data-remote', 'referrerpolicy', 'loading'],
  font: ['color', 'face', 'size'],
  table: [...box, 'border', 'cellpadding', 'cellspacing'],
  td: [...box, 'colspan', 'rowspan', 'nowrap'],
  th: [...box, 'colspan', 'rowspan', 'nowrap'],
  tr: box,
  col: [...box, 'span'],
  div: ['align'],
  p: ['align'],
  ol: ['start', 'type'],
}

/**
 * An HTML mail made fit to be shown (P-2, SAFETY S8, S9): no script, no form, no style sheet, nothing loaded from
 * elsewhere before the agent asks, nothing placed over anything else, links that open elsewhere and tell nothing. It is
 * meant for `mailDocument` in a sandboxed frame all the same: two walls. Null where the markup is too much to clean;
 * the mail's text says the same.
 */
export function safeHtml(dirty: string, { pictures, remote }: SafeHtmlWishes): SafeHtml | null {
  if (!hasFewTags(dirty)) return null
  let held = 0
  const html = sanitizeHtml(dirty, {
    allowedTags: tags,
    allowedAttributes: attributes,
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowedSchemesByTag: { img: ['http', 'https', 'data'] },
    allowedSchemesAppliedToAttributes: ['href', 'src', 'data-remote'],
    allowProtocolRelative: false,
    allowedStyles: { '*': styles },
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'xmp',
      'title',
      'noscript',
      'template',
      'noembed',
      'noframes',
    ],
    nestingLimit: 200,
    transformTags: {
      a: (_, { href, title }) => ({ tagName: 'a', attribs: link(href, title) }),
      img: (_, { src, ...rest }) => {
        const shown = picture(src ?? '', pictures, remote)
        if ('data-remote' in shown) held++
        const { srcset: _srcset, 'data-remote': _own, referrerpolicy: _policy, loading: _loading, ...attribs } = rest
        return { tagName: 'img', attribs: { ...attribs, ...shown } }
      },
    },
  })
  return { html, held }
}

function link(href: string | undefined, title: string | undefined): Record<string, string> {
  const address = absolute(href ?? '', /^(?:https?|mailto|tel):$/)
  const said: Record<string, string> = title === undefined ? {} : { title }
  return address === null ? said : { ...said, href: address, target: '_blank', rel: 'noopener noreferrer nofollow' }
}

function picture(src: string, pictures: Record<string, string>, remote: boolean): Record<string, string> {
  const written = src.trim()
  if (/^cid:/i.test(written)) {
    const id = unescaped(written.slice(4)).replace(/^<|>$/g, '')
    const address = Object.hasOwn(pictures, id) ? pictures[id] : undefined
    return address === undefined ? {} : { src: address }
  }
  if (/^data:image\/(?:png|gif|jpe?g|webp);base64,[a-z0-9+/=\s]+$/i.test(written)) return { src: written }
  const address = absolute(written.startsWith('//') ? `https:${written}` : written, /^https?:$/)
  if (address === null) return {}
  return remote ? { src: address, referrerpolicy: 'no-referrer', loading: 'lazy' } : { 'data-remote': address }
}

/** Only addresses that say everything themselves: others would be completed with ours. */
function absolute(written: string, schemes: RegExp): string | null {
  if (!URL.canParse(written)) return null
  const url = new URL(written)
  return schemes.test(url.protocol) ? url.href : null
}

function unescaped(id: string): string {
  try {
    return decodeURIComponent(id)
  } catch {
    return id
  }
}
