import fc from 'fast-check'
import { expect, it } from 'vitest'
import { trueType } from '../../../server/protocol/true-type.ts'
import { fileKind } from '../../../server/tickets/file-type.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

it('M-5 knows pictures, films and sounds by their bytes, whatever they claim to be', () => {
  const known: [string, string, string][] = [
    ['\xff\xd8\xff\xe0', 'image/jpeg', 'picture'],
    ['\x89PNG\r\n\x1a\n', 'image/png', 'picture'],
    ['GIF89a', 'image/gif', 'picture'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp', 'picture'],
    ['\0\0\0\x1cftypavif', 'image/avif', 'picture'],
    ['\0\0\0\x18ftypisom', 'video/mp4', 'video'],
    ['\0\0\0\x18ftypmp42', 'video/mp4', 'video'],
    ['\0\0\0\x14ftypqt  ', 'video/quicktime', 'video'],
    ['\x1a\x45\xdf\xa3', 'video/webm', 'video'],
    ['\0\0\0\x18ftypM4A ', 'audio/mp4', 'audio'],
    ['ID3\x04', 'audio/mpeg', 'audio'],
    ['\xff\xfb\x90', 'audio/mpeg', 'audio'],
    ['\xff\xf1\x50', 'audio/aac', 'audio'],
    [`OggS${'\0'.repeat(24)}OpusHead`, 'audio/ogg', 'audio'],
    ['RIFF\0\0\0\0WAVEfmt ', 'audio/wav', 'audio'],
    // What browsers do not show by themselves is a row with its name.
    ['\0\0\0\x14ftyp3gp4', 'video/3gpp', 'file'],
    ['\0\0\0\x18ftypheic', 'image/heic', 'file'],
    ['#!AMR\n', 'audio/amr', 'file'],
    ['%PDF-1.7', 'application/pdf', 'file'],
  ]
  for (const [head, type, kind] of known) {
    expect([head, trueType(bytes(head), 'text/html')]).toEqual([head, type])
    expect([type, fileKind(type)]).toEqual([type, kind])
  }
})

it('S5 believes nobody that a file may be shown or run', () => {
  const page = bytes('<script>alert(1)</script>')
  const claims = 'image/png image/svg+xml text/html application/xhtml+xml text/xml application/pdf video/mp4 text/css'
  for (const claimed of [...claims.split(' '), 'TEXT/HTML; charset=utf-8', '', 'x', 'text/javascript', 'a/b\r\nx: y']) {
    expect([claimed, trueType(page, claimed)]).toEqual([claimed, 'application/octet-stream'])
  }
  expect(trueType(page, 'text/csv; charset=utf-8')).toBe('text/csv')
  expect(trueType(page, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')).toContain('word')
})

it('S5 shows only what the bytes prove, for any bytes and any claim', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.string(), (head, claimed) => {
      const type = trueType(head, claimed)
      expect(type).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/)
      const isKnown = trueType(head, '') !== 'application/octet-stream'
      expect(isKnown || fileKind(type) === 'file').toBe(true)
    }),
  )
})

it('M-5 keeps the right place for what a provider only half names', () => {
  expect([fileKind('image/*'), fileKind('video/*'), fileKind('audio/*'), fileKind('application/octet-stream')]).toEqual(
    ['picture', 'video', 'audio', 'file'],
  )
})
