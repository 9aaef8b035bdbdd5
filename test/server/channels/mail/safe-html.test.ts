import { expect, it } from 'vitest'
import { mailDocument } from '../../../../server/channels/mail/mail-document.ts'
import { safeHtml } from '../../../../server/channels/mail/safe-html.ts'
import { attacks } from './attacks.ts'

const wishes = { pictures: { 'cup@1': '/files/1' }, remote: false }
const clean = (html: string, remote = false) => safeHtml(html, { ...wishes, remote })?.html

it.each([
  ['<p>Hello <b>there</b></p>', '<p>Hello <b>there</b></p>'],
  [
    '<a href="https://shop.example/a?b=1&amp;c=2">shop</a>',
    '<a href="https://shop.example/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer nofollow">shop</a>',
  ],
  [
    '<a href="mailto:a@b.example">mail</a>',
    '<a href="mailto:a@b.example" target="_blank" rel="noopener noreferrer nofollow">mail</a>',
  ],
  [
    '<p style="color: #333; font-size: 14px; position: fixed; margin: 0 auto">x</p>',
    '<p style="color:#333;font-size:14px;margin:0 auto">x</p>',
  ],
  [
    '<table width="600" bgcolor="#fff"><tr><td align="center">x</td></tr></table>',
    '<table width="600" bgcolor="#fff"><tr><td align="center">x</td></tr></table>',
  ],
  ['<img src="cid:cup@1" alt="cup">', '<img alt="cup" src="/files/1" />'],
  ['<img src="CID:cup%401">', '<img src="/files/1" />'],
  ['<img src="cid:other" alt="x">', '<img alt="x" />'],
  ['<img src="cid:__proto__"><img src="cid:constructor">', '<img /><img />'],
  ['<img src="data:image/png;base64,iVBORw0KGgo=">', '<img src="data:image/png;base64,iVBORw0KGgo=" />'],
])('S8 keeps what is harmless: %s', (dirty, html) => {
  expect(clean(dirty)).toBe(html)
})

it('S9 loads no picture from elsewhere before the agent asks', () => {
  const dirty =
    '<img src="https://track.example/1.gif?who=ada" width="1"><img src="//track.example/2"><img srcset="https://track.example/3 1x">'
  expect(safeHtml(dirty, wishes)).toEqual({
    html: '<img width="1" data-remote="https://track.example/1.gif?who=ada" /><img data-remote="https://track.example/2" /><img />',
    held: 2,
  })
  expect(safeHtml(dirty, { ...wishes, remote: true })).toEqual({
    html:
      '<img width="1" src="https://track.example/1.gif?who=ada" referrerpolicy="no-referrer" loading="lazy" />' +
      '<img src="https://track.example/2" referrerpolicy="no-referrer" loading="lazy" /><img />',
    held: 0,
  })
})

// What may stand in a cleaned mail at all: the tags and attributes listed, and styles of harmless values.
const allowedTag =
  /^<\/?(?:a|abbr|b|big|blockquote|br|caption|center|code|col|colgroup|d[dlt]|del|div|em|font|h[1-6r]|i|img|ins|kbd|li|ol|p|pre|q|s|samp|small|span|strike|strong|su[bp]|table|tbody|t[dhrt]|tfoot|thead|u|ul|var)(?: [a-z-]+(?:="[^"<>]*")?)* ?\/?>$/
const allowedAttributes =
  /^(?:style|dir|lang|title|href|target|rel|src|alt|width|height|data-remote|referrerpolicy|loading|color|face|size|align|valign|bgcolor|border|cellpadding|cellspacing|colspan|rowspan|nowrap|span|start|type)$/

const values: Record<string, RegExp> = {
  href: /^(?:https?:\/\/|mailto:|tel:)/,
  style: /^(?!.*(?:url|expression|import|position|behavior|binding|\\|\/\*|@|var\())/i,
}

/** Everything in cleaned HTML that should not be there. */
function wrong(html: string, sources: RegExp): string[] {
  const tags = Array.from(html.matchAll(/<[^>]*>?/g), ([tag]) => tag)
  const pairs = tags.flatMap((tag) => Array.from(tag.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g)))
  const bad = pairs.filter(([, name = '', value = '']) => {
    return !allowedAttributes.test(name) || !(name === 'src' ? sources : (values[name] ?? /^/)).test(value)
  })
  return [...tags.filter((tag) => !allowedTag.test(tag)), ...bad.map(([pair]) => pair)]
}

it.each(attacks)('S8 disarms %j', (dirty) => {
  const html = clean(dirty) ?? ''
  const asked = clean(dirty, true) ?? ''
  expect(wrong(html, /^(?:data:image\/|\/files\/)/)).toEqual([])
  expect(wrong(asked, /^(?:https?:|data:image\/|\/files\/)/)).toEqual([])
  // Cleaning it again changes nothing: what was made of it is read as it is meant.
  expect(clean(asked, true)).toBe(asked)
})

it('S8 gives the frame a policy under which nothing runs or loads', () => {
  const safe = { html: '<p>x</p>', held: 0 }
  const { page, policy } = mailDocument(safe, { remote: false })
  expect(page).toContain('<body><p>x</p></body>')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain('sandbox allow-popups')
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src|https:/)
  expect(mailDocument(safe, { remote: true }).policy).toContain("img-src 'self' data: https: http:")
})
