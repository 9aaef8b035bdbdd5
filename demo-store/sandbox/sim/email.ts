import { brand } from '../brand.ts'
import { bounceOf } from '../mail/bounce.ts'
import { newId } from '../ids.ts'
import { personOf } from '../people.ts'
import { atOnce, type Case, inTurn } from './case.ts'

const { email } = personOf('stranger')

/** A mail by its fields and its body; a field given as null is left out. */
const mail = (now: number, fields: Readonly<Record<string, string | null>>, body: string): string => {
  const all: Record<string, string | null> = {
    From: `A stranger <${email}>`,
    To: brand.email.supportAddress,
    Subject: 'Where is my parcel?',
    Date: new Date(now).toUTCString().replace('GMT', '+0000'),
    'Message-ID': `<${newId.mail('elsewhere.example')}>`,
    ...fields,
  }
  const head = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))
  return [...head, '', body, ''].join('\r\n')
}

const nested = (depth: number): string =>
  Array.from({ length: depth }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`).join(
    '',
  ) + 'Content-Type: text/plain\r\n\r\nDown here'

export const emailCases: readonly Case[] = [
  {
    name: 'email/text',
    words: 'One mail of a stranger: one ticket.',
    right: [250],
    run: (doors, { now }) => inTurn(() => doors.mail('a mail', mail(now, {}, 'It should have come on Monday.'))),
  },
  {
    name: 'email/duplicate',
    words: 'One mail three times at once: one message.',
    right: [250],
    run: (doors, { now }) => {
      const raw = mail(now, {}, 'Three times the same')
      return atOnce(3, (at) => doors.mail(`the same mail, copy ${at + 1}`, raw))
    },
  },
  {
    name: 'email/reordered',
    words: 'The answer to a mail comes before the mail: both are kept.',
    right: [250],
    run: (doors, { now }) => {
      const id = newId.mail('elsewhere.example')
      const thread = { 'In-Reply-To': `<${id}>`, References: `<${id}>`, Subject: 'Re: Where is my parcel?' }
      return inTurn(
        () => doors.mail('the second', mail(now, thread, 'I forgot: order 1004.')),
        () =>
          doors.mail('the first', mail(now - 60_000, { 'Message-ID': `<${id}>` }, 'It should have come on Monday.')),
      )
    },
  },
  {
    name: 'email/without-message-id',
    words: 'A mail without Message-ID, twice: one message.',
    right: [250],
    run: (doors, { now }) => {
      const raw = mail(now, { 'Message-ID': null }, 'Nobody numbered me')
      return inTurn(
        () => doors.mail('the mail', raw),
        () => doors.mail('the same again', raw),
      )
    },
  },
  {
    name: 'email/auto-reply',
    words: 'An absence note: kept, and never answered by a machine.',
    right: [250],
    run: (doors, { now }) => {
      const raw = mail(now, { 'Auto-Submitted': 'auto-replied', Subject: 'Out of office' }, 'I am back on Monday.')
      return inTurn(() => doors.mail('an absence note', raw))
    },
  },
  {
    name: 'email/bounce',
    words: 'A report about a mail that we never sent, to an address nobody signed: changes nothing.',
    right: [250, 550, 554],
    run: (doors, { now }) => {
      const original = Buffer.from(mail(now, {}, 'x'))
      const to = brand.email.mailbox.replace(/^[^@]+/, 'bounces+nonsense')
      const raw = bounceOf(original, { to, recipient: email, status: '5.1.1', said: '550 5.1.1 No such user', now })
      return inTurn(() => doors.mail('a bounce', raw, { from: '', to }))
    },
  },
  {
    name: 'email/fifty-parts',
    words: 'A mail of fifty parts: one message.',
    right: [250],
    run: (doors, { now }) => {
      const parts = Array.from({ length: 50 }, (_, at) => `--b\r\nContent-Type: text/plain\r\n\r\nPart ${at + 1}\r\n`)
      const raw = mail(now, { 'Content-Type': 'multipart/mixed; boundary=b' }, `${parts.join('')}--b--`)
      return inTurn(() => doors.mail('a mail of fifty parts', raw))
    },
  },
  {
    name: 'email/thousand-levels',
    words: 'Parts within parts, a thousand deep: refused for good or kept, and the desk lives.',
    right: [250, 554],
    run: (doors, { now }) => {
      const raw = mail(now, {}, '').replace(/\r\n\r\n\r\n$/, `\r\n${nested(1_000)}`)
      return inTurn(() => doors.mail('a mail a thousand levels deep', raw))
    },
  },
  {
    name: 'email/unknown-mailbox',
    words: 'A mail to a mailbox that is not ours: refused, nothing is passed on.',
    right: [550, 554],
    run: (doors, { now }) =>
      inTurn(() => doors.mail('a mail to nobody', mail(now, {}, 'x'), { to: 'nobody@nowhere.example' })),
  },
]
