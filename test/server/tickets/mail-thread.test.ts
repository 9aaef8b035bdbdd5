import { describe, expect, it } from 'vitest'
import { addressKey, mailboxKey } from '../../../server/tickets/mail-address.ts'
import { campaignThread, mayJoinThread, participantsAfter, threadOf } from '../../../server/tickets/mail-thread.ts'
import { receive } from '../../../server/tickets/receive.ts'
import { aTicket } from './a-ticket.ts'
import { arrival, monday } from './an-arrival.ts'

describe('the thread of a mail', () => {
  const known = new Map([
    ['<1@shop>', 'first'],
    ['<2@home>', 'first'],
    ['<9@shop>', 'ninth'],
  ])
  const of = (token: string | null, ...references: string[]) =>
    threadOf({ token, references }, (id) => known.get(id) ?? null)

  it('T-2a is that of the newest message it refers to that we know', () => {
    expect(of(null, '<1@shop>', '<unknown@x>')).toBe('first')
    expect(of(null, '<1@shop>', '<9@shop>')).toBe('ninth')
    expect(of(null, '<9@shop>', '<2@home>')).toBe('first')
  })

  it('T-2a is that of our signed token, whatever it refers to', () => {
    expect(of('ninth', '<1@shop>')).toBe('ninth')
  })

  it('T-2a is a new one when nothing is known, whatever its subject', () => {
    expect(of(null)).toBeNull()
    expect(of(null, '<unknown@x>')).toBeNull()
  })

  it('T-2d of a campaign is one for each recipient and mail', () => {
    const of = (mail: string, to: string) => campaignThread(mail, to)
    expect(of('spring', 'Ada@Example.com')).toBe(of('spring', 'ada@example.com '))
    expect(of('spring', 'ada@example.com')).not.toBe(of('spring', 'bo@example.com'))
    expect(of('spring', 'ada@example.com')).not.toBe(of('summer', 'ada@example.com'))
  })
})

describe('who may write into a thread', () => {
  const thread = { customerAddresses: ['ada@example.com', 'Ada@Work.example'], participants: ['bo@example.com'] }

  it.each(['ada@example.com', 'ADA@work.example', ' bo@example.com '])('T-2b %s takes part', (sender) => {
    expect(mayJoinThread(thread, sender)).toBe(true)
  })

  it.each([
    'eve@example.com',
    'ada@example.com.evil.example',
    '',
    ' ',
    'ada',
    'bo+1@example.com',
    'ad\u0430@example.com',
  ])('T-2c "%s" does not', (sender) => {
    expect(mayJoinThread(thread, sender)).toBe(false)
  })

  it('T-2c no sign that only folds to a letter of the address does', () => {
    expect(mayJoinThread({ customerAddresses: ['kate@example.com'], participants: [] }, '\u212Aate@example.com')).toBe(
      false,
    )
    expect(mayJoinThread({ customerAddresses: [''], participants: [' '] }, '')).toBe(false)
  })

  it('T-2b are those in To and Cc of earlier mails, our own mailboxes apart', () => {
    const own = ['support@shop.example']
    const mail = { to: ['Support+t0k3n@shop.example', 'Bo@example.com'], cc: ['cy@example.com', 'bo@example.com', ' '] }
    expect(participantsAfter(['di@example.com'], mail, own)).toEqual([
      'di@example.com',
      'bo@example.com',
      'cy@example.com',
    ])
  })

  it('compares addresses without the case of ASCII letters, and mailboxes without their token', () => {
    expect([addressKey(' Ada@Example.COM'), addressKey('İ@x')]).toEqual(['ada@example.com', 'İ@x'])
    expect(['a+b@x', 'a+b+c@x', '+b@x', 'a@x+y', 'a'].map(mailboxKey)).toEqual(['a@x', 'a@x', '+b@x', 'a@x+y', 'a'])
  })
})

describe('where a mail goes', () => {
  const mail = (given = {}) => receive(arrival({ channel: 'email', ...given }))
  const ticket = (given = {}) => aTicket({ channel: 'email', ...given })

  it.each(['open', 'snoozed', 'closed'] as const)(
    'T-2c from a stranger: a new ticket linked to the %s one',
    (status) => {
      const found = ticket({ id: 'theirs', status, snoozedUntil: status === 'snoozed' ? monday + 1 : null })
      const landing = mail({ stranger: true, ...(status === 'closed' ? { closed: found } : { live: found }) })
      expect(landing).toMatchObject({ ticket: 'new', follows: { ticket: 'theirs', why: 'stranger' }, notify: true })
    },
  )

  it('T-2c from a stranger and judged spam: into Spam, linked', () => {
    const landing = mail({ stranger: true, spam: true, live: ticket({ id: 'theirs' }) })
    expect(landing).toMatchObject({ ticket: 'spam', to: 'new', follows: { ticket: 'theirs', why: 'stranger' } })
  })

  it('T-2 from somebody new, without a thread, there is nobody to be a stranger to', () => {
    expect(mail({ stranger: true })).toMatchObject({ ticket: 'new', follows: null, first: null })
  })

  it('T-2d in answer to a campaign: a ticket with that mail as its first message, and the next mail joins it', () => {
    expect(mail({ answers: 'spring' })).toMatchObject({ ticket: 'new', first: 'spring' })
    expect(mail({ answers: 'spring', live: ticket() })).toMatchObject({ ticket: 'join' })
    expect(mail({ answers: 'spring', closed: ticket({ status: 'closed' }) })).toMatchObject({ ticket: 'reopen' })
  })

  it.each(['open', 'snoozed'] as const)('R-7b into a web chat that is %s it joins', (status) => {
    const live = aTicket({ status, snoozedUntil: status === 'snoozed' ? monday + 1 : null })
    expect(mail({ live })).toMatchObject({ ticket: 'join', woke: status === 'snoozed', automatic: null })
  })

  it('R-7c into a closed web chat it opens an email ticket that owns the thread', () => {
    const landing = mail({ closed: aTicket({ id: 'chat', status: 'closed' }) })
    expect(landing).toMatchObject({ ticket: 'new', follows: { ticket: 'chat', why: 'chat_over' } })
  })

  it('R-7c from then on the mails of that thread join or reopen the email ticket', () => {
    expect(mail({ live: ticket() })).toMatchObject({ ticket: 'join' })
    expect(mail({ closed: ticket({ status: 'closed' }) })).toMatchObject({ ticket: 'reopen' })
  })

  it('R-7c a stranger’s mail into a closed web chat does not take the thread', () => {
    const landing = mail({ stranger: true, closed: aTicket({ id: 'chat', status: 'closed' }) })
    expect(landing).toMatchObject({ ticket: 'new', follows: { ticket: 'chat', why: 'stranger' } })
  })
})
