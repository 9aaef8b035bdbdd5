import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLinks, isEmojiOnly } from '../../../widget/thread/text.tsx'

const links = (text: string) => findLinks(text).flatMap((piece) => (piece.href ? [piece.href] : []))

describe('links in what people typed', () => {
  it('P-3 follows explicit http and https addresses and nothing else', () => {
    expect(links('see https://shop.example/vase?a=1&b=2#c and http://x.example')).toEqual([
      'https://shop.example/vase?a=1&b=2#c',
      'http://x.example/',
    ])
    for (const text of [
      'javascript:alert(1)',
      'JAVASCRIPT://x.example/%0Aalert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'file:///etc/passwd',
      'mailto:a@b.example',
      'www.example.com',
      'example.com',
      'https://',
      'https://[',
      'http:// example.com',
    ]) {
      expect(links(text), text).toEqual([])
    }
  })

  it('P-3 leaves markup as text', () => {
    const text = '<img src=x onerror=alert(1)> "><a href="javascript:alert(1)">https://ok.example/</a>'
    expect(
      findLinks(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text)
    expect(links(text)).toEqual(['https://ok.example/'])
  })

  it('P-3 does not link an address that shows another host than it leads to', () => {
    expect(links('https://your-bank.example@evil.example/')).toEqual([])
    expect(links('https://your-bank.example:443@evil.example')).toEqual([])
    // A right-to-left override would turn the rest of the address around.
    expect(links('https://ok.example/\u202egpj.exe')).toEqual(['https://ok.example/'])
    expect(links('https://ok.example/\u200bx')).toEqual(['https://ok.example/'])
  })

  it('ends an address before the punctuation of the sentence, with its own brackets', () => {
    expect(links('Is it https://a.example/x?')).toEqual(['https://a.example/x'])
    expect(links('(see https://a.example/x).')).toEqual(['https://a.example/x'])
    expect(links('https://a.example/wiki/Vase_(form), then')).toEqual(['https://a.example/wiki/Vase_(form)'])
    expect(links('“https://a.example/x”…')).toEqual(['https://a.example/x'])
    expect(links('متى يصل؟ https://a.example/طلب')).toEqual([`https://a.example/${encodeURIComponent('طلب')}`])
  })

  it('P-3 gives back exactly the text, whatever it is', () => {
    // Any code unit, halves of surrogate pairs too.
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
    const parts = fc.oneof(fc.string({ unit }), fc.constantFrom('https://', 'http://a.b', '(', ')', '<', '"'))
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (typed) => {
        const text = typed.join('')
        const pieces = findLinks(text)
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        expect(links(text).filter((href) => !/^https?:\/\//.test(href))).toEqual([])
      }),
    )
  })
})

describe('emoji', () => {
  it('R-8 draws a few of them large, and nothing else', () => {
    for (const text of ['👍', '😀😀', '👩🏽‍💻', '🇧🇷 🇩🇪', '❤️']) expect(isEmojiOnly(text), text).toBe(true)
    for (const text of ['', 'a', '1', '👍 ok', '#', '👍'.repeat(13)]) expect(isEmojiOnly(text), text).toBe(false)
  })
})
