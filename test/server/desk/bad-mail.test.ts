import { describe, expect, it } from 'vitest'
import { mailLimits } from '../../../server/channels/mail.ts'
import { inbound, mail, only, rows, said, startMail } from '../mails.ts'
import { openTicket } from '../talk.ts'

const ada = 'ada@customer.example'
const head = (...lines: string[]) =>
  [`From: ${ada}`, `To: ${inbound}`, 'Subject: Hello', 'Message-ID: <bad@customer.example>', ...lines].join('\r\n')
const multipart = (boundary: string) => `Content-Type: multipart/mixed; boundary="${boundary}"`

/** Parts in parts in parts, with words in the innermost. */
function nested(levels: number): string {
  const opened = Array.from({ length: levels }, (_, n) => `${multipart(`b${n}`)}\r\n\r\n--b${n}`).join('\r\n')
  return `${head()}\r\n${opened}\r\nContent-Type: text/plain\r\n\r\nDeep down\r\n`
}

const base64 = Buffer.from('It broke when I opened the parcel.').toString('base64')

describe('a broken mail', () => {
  it.each<[string, string | Buffer, string[]]>([
    [
      'ends in the middle of its words',
      `${head(multipart('x'))}\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nIt bro`,
      ['It bro'],
    ],
    [
      'ends in the middle of its encoding',
      `${head('Content-Type: text/plain', 'Content-Transfer-Encoding: base64')}\r\n\r\n${base64.slice(0, 21)}`,
      ['It broke when I'],
    ],
    ['ends within its headers', `${head('Content-Type: multip')}`, ['Hello']],
    [
      'names a charset that nobody knows',
      `${head('Content-Type: text/plain; charset=x-nobody')}\r\n\r\nIt broke`,
      ['It broke'],
    ],
    [
      'is not in the charset it names',
      Buffer.concat([
        Buffer.from(
          `${head('Content-Type: text/plain; charset=us-ascii', 'Content-Transfer-Encoding: 8bit')}\r\n\r\nGr`,
        ),
        Buffer.from([0xfc, 0xdf]),
        Buffer.from('e\r\n'),
      ]),
      ['Grüße'],
    ],
    ['holds what no store can hold', `${head()}\r\n\r\nNull \0 and more\r\n`, ['Null  and more']],
    ['names nobody it is for', `From: ${ada}\r\nMessage-ID: <bad@customer.example>\r\n\r\nHello\r\n`, ['Hello']],
    [
      'has its parts without an end',
      `${head(multipart('x'))}\r\n\r\n--x\r\n\r\nOne\r\n--x\r\n\r\nTwo\r\n`,
      ['One\nTwo'],
    ],
    ['says that it is of many parts and is none', `${head(multipart('x'))}\r\n\r\nJust this\r\n`, ['Hello']],
  ])('T-2, S15 that %s is taken in for what it is', async (_, raw, words) => {
    const { hub, agent } = await startMail()
    await mail(hub, { from: ada, raw })
    const texts = await said(agent, (await only(agent)).id)
    expect(texts.map((text) => text.replace(/\s*\n\s*/g, '\n'))).toEqual(words)
  })

  it('S15 of 50 parts is one message with its words and its files', async () => {
    const { hub, agent } = await startMail()
    const files = Array.from({ length: 49 }, (_, n) => ({
      filename: `${n}.txt`,
      content: `file ${n}`,
      contentType: 'text/plain',
    }))
    await mail(hub, { from: ada, text: 'See the files', files })
    const { events } = await openTicket(agent, (await only(agent)).id)
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ text: 'See the files' })
    expect(await hub.db.selectFrom('attachments').select('id').execute()).toHaveLength(49)
  })

  it('S15 of 1,000 levels is refused for good, and nobody after it waits', async () => {
    const { hub, agent } = await startMail()
    await expect(mail(hub, { from: ada, raw: nested(1_000) })).rejects.toMatchObject({ responseCode: 554 })
    await mail(hub, { from: ada, text: 'The next one' })
    expect(await said(agent, (await only(agent)).id)).toEqual(['The next one'])
  })

  it('S15 that is too large is refused for good, and nothing of it is kept', async () => {
    const { hub, agent } = await startMail()
    const raw = `${head()}\r\n\r\n${`${'x'.repeat(998)}\r\n`.repeat(Math.ceil(mailLimits.bytes / 1_000) + 1)}`
    await expect(mail(hub, { from: ada, raw })).rejects.toMatchObject({ responseCode: 552 })
    expect(await rows(agent)).toEqual([])
    await mail(hub, { from: ada, text: 'The next one' })
    expect(await rows(agent)).toHaveLength(1)
  })

  it('S15 with a very long subject, and very many ids and recipients, is taken in without them all', async () => {
    const { hub, agent } = await startMail()
    const many = (of: (n: number) => string) => Array.from({ length: 2_000 }, (_, n) => of(n))
    const raw = [
      `From: ${ada}`,
      `To: ${many((n) => `p${n}@friend.example`).join(',\r\n ')}`,
      `References: ${many((n) => `<r${n}@friend.example>`).join('\r\n ')}`,
      `Subject: ${many(() => 'long words').join('\r\n ')}`,
      '',
      'Hello',
    ].join('\r\n')
    await mail(hub, { from: ada, raw })
    const row = await only(agent)
    expect(row.subject?.length).toBeLessThanOrEqual(mailLimits.subjectChars)
    const { participants } = await hub.db.selectFrom('mail_threads').select('participants').executeTakeFirstOrThrow()
    expect(participants.length).toBeLessThanOrEqual(500)
    expect(await said(agent, row.id)).toEqual(['Hello'])
  })
})
