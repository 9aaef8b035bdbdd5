import { describe, expect, it } from 'vitest'
import { type ChannelName, channelNames } from '../../../server/protocol/channel.ts'
import { channelRules } from '../../../server/tickets/channels/channel-rules.ts'
import { segmentsOf } from '../../../server/protocol/segments.ts'
import type { DraftFile } from '../../../server/protocol/file-room.ts'
import { measure, shape } from '../../../server/tickets/shape.ts'

const room = channelRules.sms.text.segments
const segments = (text: string) => {
  if (room === null) throw new Error('SMS has segments')
  const { encoding, count, left } = segmentsOf(text, room)
  return [encoding, count, left]
}

describe('segments of an SMS', () => {
  it.each([
    ['', ['gsm7', 1, 160]],
    ['a'.repeat(160), ['gsm7', 1, 0]],
    ['a'.repeat(161), ['gsm7', 2, 145]],
    ['a'.repeat(306), ['gsm7', 2, 0]],
    ['a'.repeat(307), ['gsm7', 3, 152]],
    ['€'.repeat(80), ['gsm7', 1, 0]],
    [`${'a'.repeat(152)}€${'a'.repeat(7)}`, ['gsm7', 2, 144]],
    ['@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ ¤¡ÄÖÑÜ§¿äöñüà\n\r', ['gsm7', 1, 115]],
    ['^{}\\[~]|€', ['gsm7', 1, 142]],
    ['ç', ['ucs2', 1, 69]],
    ['…', ['ucs2', 1, 69]],
    ['ы'.repeat(70), ['ucs2', 1, 0]],
    ['ы'.repeat(71), ['ucs2', 2, 63]],
    ['ы'.repeat(135), ['ucs2', 3, 66]],
    ['😀'.repeat(35), ['ucs2', 1, 0]],
    ['😀'.repeat(36), ['ucs2', 2, 61]],
    [`${'ы'.repeat(66)}😀${'ы'.repeat(10)}`, ['ucs2', 2, 55]],
  ])('R-8a %j takes %j', (text, expected) => {
    expect(segments(text)).toEqual(expected)
  })

  it('R-8a names the first sign that more than halves the room', () => {
    expect(measure('sms', 'Olá, você…').segments).toMatchObject({ encoding: 'ucs2', oddSign: 'á' })
    expect(measure('sms', 'Bis später').segments).toMatchObject({ encoding: 'gsm7', oddSign: null })
    expect(measure('email', 'Olá').segments).toBeNull()
  })
})

describe('the longest text', () => {
  it.each([
    ['web_chat', 10_000],
    ['email', 10_000],
    ['sms', 1_600],
    ['whatsapp', 4_096],
    ['instagram', 1_000],
    ['messenger', 1_999],
  ] as const)('R-8a of %s is %i', (channel, most) => {
    const text = 'a'.repeat(most)
    expect(shape(channel, { text, files: [] })).toMatchObject({ parts: [{ text, files: [] }] })
    expect(shape(channel, { text: `${text}a`, files: [] })).toEqual({ refused: 'message_too_long', most, file: null })
  })

  it.each([
    ['web_chat', 1],
    ['email', 1],
    ['sms', 2],
    ['whatsapp', 2],
    ['instagram', 4],
    ['messenger', 2],
  ] as const)('R-8a on %s an emoji counts %i', (channel, length) => {
    expect(measure(channel, '😀').length).toBe(length)
  })
})

describe('a draft with files', () => {
  const photo: DraftFile = { id: 'photo', type: 'image/jpeg', size: 100_000 }
  const film: DraftFile = { id: 'film', type: 'Video/MP4; codecs=avc1', size: 500_000 }
  const given = (channel: ChannelName, text: string, ...files: DraftFile[]) => shape(channel, { text, files })

  it.each(['web_chat', 'email', 'sms'] as const)('R-8a goes as one message on %s', (channel) => {
    expect(given(channel, 'Look', photo, film)).toMatchObject({ parts: [{ text: 'Look', files: [photo, film] }] })
    expect(given(channel, ' ', photo)).toMatchObject({ parts: [{ text: '', files: [photo] }] })
  })

  it.each(['whatsapp', 'instagram', 'messenger'] as const)(
    'R-8a goes as text, then each file alone, on %s',
    (channel) => {
      expect(given(channel, 'Look', photo, film)).toMatchObject({
        parts: [
          { text: 'Look', files: [] },
          { text: '', files: [photo] },
          { text: '', files: [film] },
        ],
      })
      expect(given(channel, '\n', photo)).toMatchObject({ parts: [{ text: '', files: [photo] }] })
    },
  )

  it.each(channelNames)('R-8a an empty one is refused on %s', (channel) => {
    expect(given(channel, ' \n')).toEqual({ refused: 'message_empty', most: null, file: null })
  })

  it.each([
    ['sms', 'application/zip'],
    ['instagram', 'application/zip'],
    ['instagram', 'image/webp'],
  ] as const)('R-8a %s does not carry %s', (channel, type) => {
    expect(given(channel, '', { id: 'f', type, size: 1 })).toEqual({
      refused: 'file_not_possible',
      most: null,
      file: 'f',
    })
  })

  it.each([
    ['web_chat', 'application/zip', 20_000_000],
    ['email', 'application/zip', 18_000_000],
    ['sms', 'image/gif', 5_000_000],
    ['sms', 'video/mp4', 600_000],
    ['sms', 'text/vcard; charset=utf-8', 600_000],
    ['whatsapp', 'image/png', 5_000_000],
    ['whatsapp', 'image/gif', 100_000_000],
    ['whatsapp', 'audio/ogg', 16_000_000],
    ['instagram', 'image/png', 8_000_000],
    ['instagram', 'video/mp4', 25_000_000],
    ['messenger', 'application/zip', 25_000_000],
  ] as const)('R-8a %s carries %s up to %i bytes', (channel, type, most) => {
    expect(given(channel, '', { id: 'f', type, size: most })).toHaveProperty('parts')
    expect(given(channel, '', { id: 'f', type, size: most + 1 })).toEqual({
      refused: 'file_too_large',
      most,
      file: 'f',
    })
  })

  it('R-8a counts all files of one message', () => {
    const ten = Array.from({ length: 10 }, (_, n) => ({ ...photo, id: `${n}` }))
    expect(given('sms', '', ...ten)).toHaveProperty('parts')
    expect(given('sms', '', ...ten, photo)).toEqual({ refused: 'too_many_files', most: 10, file: null })
    const large = { ...photo, size: 2_600_000 }
    expect(given('sms', '', large, large)).toEqual({ refused: 'file_too_large', most: 5_000_000, file: null })
    expect(given('messenger', '', ...ten, photo)).toHaveProperty('parts')
  })
})
