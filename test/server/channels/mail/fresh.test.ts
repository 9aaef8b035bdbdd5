import { expect, it } from 'vitest'
import { freshText } from '../../../../server/channels/mail/fresh.ts'
import { replies } from './replies.ts'

const words = (text: string) => text.split(/\s+/).join(' ').trim()

it.each(replies)('finds what is new: %s', (_, lines, fresh) => {
  const text = lines.join('\n')
  expect(words(freshText(text))).toBe(words(fresh ?? text))
})

it('keeps a forwarded mail whole', () => {
  const text = 'FYI\n\nVon: Bob\nGesendet: heute\nAn: Ada\nBetreff: x\n\nText'
  expect(freshText(text, 'WG: x')).toBe(text)
  expect(freshText(text, 'AW: x')).toBe('FYI')
})
