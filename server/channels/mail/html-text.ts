import sanitizeHtml from 'sanitize-html'
import { mailLimits } from './limits.ts'

const lineTags = ['p', 'div', 'tr', 'li', 'ul', 'ol', 'table', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']
const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/**
 * The words of an HTML mail, for mails that bring no text of their own: a line a block, quotes marked with `>` as a
 * text mail would mark them. Empty where the markup is too much to look through.
 */
export function htmlText(html: string): string {
  if (!hasFewTags(html)) return ''
  const plain = sanitizeHtml(html, {
    allowedTags: [...lineTags, 'br', 'td', 'blockquote'],
    allowedAttributes: {},
    nonTextTags: ['script', 'style', 'textarea', 'option', 'xmp', 'title', 'noscript', 'template'],
    nestingLimit: 500,
  })
  const lines: string[] = []
  let line = ''
  let quoted = 0
  const end = (always: boolean) => {
    const words = line.replace(/[\s\u00a0]+/g, ' ').trim()
    if (words !== '' || always)
      lines.push('>'.repeat(Math.min(quoted, 9)) + (quoted > 0 && words !== '' ? ' ' : '') + words)
    line = ''
  }
  for (const part of plain.split(/(<[^>]*>)/)) {
    const tag = /^<(\/?)([a-z0-9]+)/.exec(part)
    if (tag === null) line += part.replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity] ?? entity)
    else if (tag[2] === 'br') end(true)
    else if (tag[2] === 'td') line += ' '
    else {
      end(tag[1] === '/' && (tag[2] === 'p' || tag[2] === 'table'))
      if (tag[2] === 'blockquote') quoted = Math.max(0, quoted + (tag[1] === '/' ? -1 : 1))
    }
  }
  end(false)
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Whether markup can be looked through in reasonable time: parsing costs the square of what is left open. */
export function hasFewTags(html: string): boolean {
  if (html.length > mailLimits.htmlChars) return false
  let tags = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) tags++
  return tags <= mailLimits.htmlTags
}
