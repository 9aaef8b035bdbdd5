import { afterAll, expect, it } from 'vitest'
import { mailLimits } from '../../../../server/channels/mail/limits.ts'
import { openMailThreads } from '../../../../server/channels/mail/mail-threads.ts'
import { createLog } from '../../../../server/log.ts'
import { context, fixture, onlyMessage } from './fixture.ts'

const log = createLog('silent')
const threads = openMailThreads({ log })
const hasty = openMailThreads({ log, timeMs: 1_500, most: 1 })
afterAll(() => Promise.all([threads.close(), hasty.close()]))

const head = 'From: ada@customer.example\r\nTo: help@shop.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n'
const mail = (text: string) => Buffer.from(head + text)
const plain = (body: string) => mail(`Content-Type: text/plain\r\n\r\n${body}`)
const html = (body: string) => mail(`Content-Type: text/html\r\n\r\n${body}`)
const nested = (depth: number) => {
  const open = (n: number) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`
  return mail(`${Array.from({ length: depth }, (_, n) => open(n)).join('')}Content-Type: text/plain\r\n\r\nhi\r\n`)
}
const parts = (count: number, type = 'text/plain') =>
  mail(
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n${`--b\r\nContent-Type: ${type}\r\n\r\nx\r\n`.repeat(count)}--b--\r\n`,
  )
const letters = (count: number) => mail(`Content-Type: message/rfc822\r\n\r\n${head}`.repeat(count))

it('S15 reads 50 parts, and parts in parts as people write them', async () => {
  expect(onlyMessage(await threads.read(parts(50), context)).text.match(/x/g)).toHaveLength(50)
  expect(onlyMessage(await threads.read(parts(50, 'application/pdf'), context)).attachments).toHaveLength(50)
  expect(onlyMessage(await threads.read(nested(20), context)).text).toBe('hi')
})

it.each([
  ['too_large', Buffer.alloc(mailLimits.bytes + 1)],
  ['line_too_long', plain('a'.repeat(mailLimits.lineBytes + 1))],
  ['too_many_lines', plain('\n'.repeat(mailLimits.lines + 1))],
  ['headers_too_large', mail(`X-Long: ${'a'.repeat(mailLimits.headerBytes)}\r\n\r\nhi`)],
  ['headers_too_large', mail(`${'X-Many: a\r\n'.repeat(50_000)}\r\nhi`)],
  ['headers_too_large', mail(`X-Folded: a\r\n${' b\r\n'.repeat(200_000)}\r\nhi`)],
  ['too_deep', nested(100)],
  ['too_many_parts', nested(1_000)],
  ['too_many_parts', parts(10_000)],
  ['too_many_parts', parts(mailLimits.attachments + 1, 'application/pdf')],
] as const)('S15 refuses what is too much: %s', async (unreadable, raw) => {
  expect(await threads.read(raw, context)).toEqual({ unreadable })
})

const long = 100_000
const hostile: [string, Buffer][] = [
  ['quotes', plain('>'.repeat(long))],
  ['quoted lines', plain('> a\nb\n'.repeat(long / 10))],
  ['attributions', plain('On 1.1.2026 a@b wrote\n'.repeat(long / 10))],
  ['headers in the text', plain('From: a\nSent: b\n'.repeat(long / 10))],
  ['one endless attribution', plain('On '.repeat(long))],
  ['soft lines', mail(`Content-Type: text/plain; format=flowed\r\n\r\n${'> \n'.repeat(long / 5)}`)],
  ['addresses', Buffer.from(`From: a@b.example\nTo: ${'a@b.example,'.repeat(10_000)}\n\nhi`)],
  ['groups', Buffer.from(`From: a@b.example\nTo: ${'a:'.repeat(long / 4)}\n\nhi`)],
  ['open quotes', Buffer.from(`From: ${'"'.repeat(long)} a@b.example\nTo: a@b.example\n\nhi`)],
  ['open comments', Buffer.from(`From: a@b.example\nTo: ${'('.repeat(long)}\n\nhi`)],
  ['encoded words', mail(`X-A: ${'=?utf-8?Q?=41?= '.repeat(6_000)}\r\n\r\nhi`)],
  ['half encoded words', Buffer.from(`From: a@b.example\nSubject: ${'=?utf-8?Q?'.repeat(12_000)}\n\nhi`)],
  ['ids', mail(`References: ${'<a@b> '.repeat(12_000)}${'<'.repeat(long / 4)}\r\n\r\nhi`)],
  ['parameters', mail(`Content-Type: text/plain; ${'a=b; '.repeat(20_000)}\r\n\r\nhi`)],
  ['authentication', mail(`Authentication-Results: relay.desk.example; ${'('.repeat(long)}\r\n\r\nhi`)],
  ['open tags', html('<div>'.repeat(20_000))],
  ['open tables', html('<table><tr><td>'.repeat(9_000))],
  ['too many tags', html('<svg><math>\n'.repeat(long / 2))],
  ['angles', html('<'.repeat(long))],
  ['comments', html('<!--'.repeat(long))],
  ['mails in mails', letters(100)],
]

it.each(hostile)('S15 reads a hostile mail in the time it has: %s', async (_, raw) => {
  expect(await threads.read(raw, context)).toHaveProperty('events')
})

it('F18 gives up a mail that takes too long, and only that one, while everything else goes on', async () => {
  const slow = hasty.read(plain('a \n'.repeat(mailLimits.lines - 10)), context)
  const next = hasty.read(fixture('plain'), context)
  let isRead = false
  void slow.then(() => (isRead = true))
  for (let turn = 0; turn < 1_000; turn++) await new Promise((resolve) => setImmediate(resolve))
  expect(isRead).toBe(false)
  expect(await slow).toEqual({ unreadable: 'too_slow' })
  expect(await next).toHaveProperty('events')
})

it('cleans HTML beside the server too, and gives up what is too much', async () => {
  const wishes = { pictures: {}, remote: false }
  expect(await threads.clean('<p onclick="x()">Hi<script>x()</script></p>', wishes)).toEqual({
    html: '<p>Hi</p>',
    held: 0,
  })
  expect(await threads.clean('<b>'.repeat(mailLimits.htmlTags + 1), wishes)).toBeNull()
})

it('answers everybody who waits when it closes', async () => {
  const closing = openMailThreads({ log, most: 1 })
  const reads = [1, 2, 3].map(() => closing.read(fixture('plain'), context))
  await closing.close()
  for (const read of await Promise.all(reads)) expect(read).toHaveProperty('unreadable')
})
