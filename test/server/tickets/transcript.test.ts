import { expect, it } from 'vitest'
import { chatTitle, withTranscript } from '../../../server/tickets/transcript-text.ts'
import { hubLanguages } from '../../../server/protocol/hub-languages.ts'
import { type TranscriptEntry, transcript } from '../../../server/tickets/transcript.ts'

type Named = TranscriptEntry & { name: string }

/** `c1 n T m c2`: chat messages, a note, a mail with a transcript (T), one without (m), something other (o). */
function entries(said: string): Named[] {
  return said
    .split(' ')
    .filter(Boolean)
    .map((name): Named => {
      if (name.startsWith('c')) return { kind: 'chat', name }
      if (name.startsWith('T')) return { kind: 'mail', transcript: true, name }
      if (name.startsWith('m')) return { kind: 'mail', transcript: false, name }
      return { kind: name.startsWith('n') ? 'note' : 'other', name }
    })
}

it.each([
  ['', ''],
  ['c1', 'c1'],
  ['c1 c2 c3', 'c1 c2 c3'],
  ['c1 n1 c2 n2', 'c1 c2'],
  ['c1 o1 c2', 'c1 c2'],
  ['c1 c2 T', ''],
  ['c1 c2 T m', ''],
  ['c1 T c2 c3', 'c2 c3'],
  ['c1 T m c2', 'c2'],
  ['c1 T c2 T c3', 'c3'],
  ['c1 m', ''],
  ['c1 m n1', ''],
  ['c1 m c2', 'c1 c2'],
  ['n1 o1', ''],
])('R-7a after "%s" a mail carries "%s"', (said, carried) => {
  expect(
    transcript(entries(said))
      .map(({ name }) => name)
      .join(' '),
  ).toBe(carried)
})

it('R-7a speaks every language of the hub', () => {
  const titles = hubLanguages.map((locale) => chatTitle({ shop: 'Tidewick', locale, timeZone: 'UTC' }))
  expect(new Set(titles).size).toBe(hubLanguages.length)
  const reader = { shop: 'Tidewick', locale: 'ar-EG', timeZone: 'Africa/Cairo' }
  expect(withTranscript('نعم', [{ at: 0, who: 'Rosa', text: 'مرحبا' }], reader)).toContain(chatTitle(reader))
})
