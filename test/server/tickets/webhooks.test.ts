import { describe, expect, it } from 'vitest'
import { afterTry, failsFor, happened, mayBeTold } from '../../../server/tickets/webhooks.ts'

type Was = Parameters<typeof happened>[0]
type Entries = Parameters<typeof happened>[2]

const open: Was = { status: 'open', spam: false, channel: 'email', seq: 4 }
const closed: Was = { ...open, status: 'closed' }
const spam: Was = { ...open, spam: true }
const message = (seq: number, from: 'customer' | 'agent' = 'customer'): Entries[number] => ({
  seq,
  data: { type: 'message' },
  message: { from, channel: 'web_chat' },
})
const line = (seq: number, type: string): Entries[number] => ({ seq, data: { type }, message: null })

const told = (was: Was, is: Partial<Was>, entries: Entries, byMachine = false) =>
  happened(was, { ...was, ...is }, entries, byMachine).map(({ event, seq, channel }) => `${event} ${seq} ${channel}`)

describe('what a program of the shop is told', () => {
  it('D-9 a new ticket, its message, and to whom it went', () => {
    const entries = [message(1), line(2, 'assigned'), line(3, 'assigned'), line(4, 'tags')]
    expect(told({ ...open, seq: 0 }, {}, entries)).toEqual([
      'ticket.opened 1 web_chat',
      'message.received 1 web_chat',
      'ticket.assigned 3 email',
    ])
  })

  it('D-9 a message that reopens a ticket, and one that ends a snooze', () => {
    const entries = [line(5, 'status'), message(6)]
    expect(told(closed, { status: 'open' }, entries)).toEqual([
      'ticket.reopened 5 email',
      'message.received 6 web_chat',
    ])
    expect(told({ ...open, status: 'snoozed' }, { status: 'open' }, entries)).toEqual(['message.received 6 web_chat'])
  })

  it('D-9 a close, and nothing of an answer, a note, a snooze or a tag', () => {
    expect(told(open, { status: 'closed' }, [line(5, 'status')])).toEqual(['ticket.closed 5 email'])
    expect(told(open, { status: 'snoozed' }, [line(5, 'status')])).toEqual([])
    expect(told(open, {}, [message(5, 'agent'), line(6, 'note'), line(7, 'tags'), line(8, 'seen')])).toEqual([])
    expect(told(closed, {}, [line(5, 'seen')])).toEqual([])
  })

  it('D-9, T-2c nothing of a message that was told before it was moved here', () => {
    const moved: Entries[number] = { ...message(6), message: { from: 'customer', channel: 'email', moved: true } }
    expect(told(open, {}, [line(5, 'moved'), moved])).toEqual([])
  })

  it('D-9, S-8, S-9, P-5 nothing of spam, of whoever is blocked and of machines; what comes out of spam is new', () => {
    expect(told({ ...open, seq: 0 }, { spam: true }, [message(1), line(2, 'spam')])).toEqual([])
    expect(told(open, { spam: true }, [line(5, 'spam')])).toEqual([])
    expect(told(spam, { status: 'closed' }, [line(5, 'status')])).toEqual([])
    expect(told({ ...open, seq: 0 }, {}, [message(1)], true)).toEqual([])
    const unheard: Entries[number] = { ...message(5), message: { from: 'customer', channel: 'sms', unheard: true } }
    expect(told(closed, {}, [unheard])).toEqual([])
    expect(told(spam, { spam: false }, [line(5, 'spam')])).toEqual(['ticket.opened 5 email'])
    expect(told(spam, { spam: false }, [message(5), line(6, 'spam')])).toEqual([
      'ticket.opened 5 web_chat',
      'message.received 5 web_chat',
    ])
  })
})

describe('where a webhook may be', () => {
  it.each([
    ['https://hooks.shop.example/a?b=c', true],
    ['https://xn--bcher-kva.example', true],
    ['http://shop.example', false],
    ['https://shop.example:8443', false],
    ['https://user:pass@shop.example', false],
    ['https://93.184.216.34/', false],
    ['https://0x7f.1/', false],
    ['https://[2606:2800:220:1::1]/', false],
    ['https://localhost/', false],
    ['https://intranet/', false],
    ['ftp://shop.example', false],
    ['no address', false],
  ])('S11 %s', (address, may) => {
    expect(mayBeTold(address, false)).toBe(may)
    expect(mayBeTold(address, true)).toBe(may || address === 'https://localhost/' || address === 'https://0x7f.1/')
  })

  it('S11 on a developer’s machine also that very machine, and no other of its network', () => {
    const local = ['http://localhost:3000/x', 'http://127.0.0.1:9', 'http://[::1]:80/']
    expect(local.map((address) => [mayBeTold(address, true), mayBeTold(address, false)])).toEqual(
      local.map(() => [true, false]),
    )
    for (const near of ['http://192.168.0.9/', 'http://localhost.example/', 'http://169.254.169.254/'])
      expect([near, mayBeTold(near, true)]).toEqual([near, false])
  })
})

describe('what follows from a try', () => {
  const begun = { attempts: 1, failingSince: null, now: 1_000_000 }
  it('D-9 only 2xx is an arrival, and it ends a time of failing', () => {
    for (const status of [200, 204, 299])
      expect(afterTry({ status }, { ...begun, failingSince: 5 })).toEqual({
        delivery: 'sent',
        failingSince: null,
        off: null,
      })
    for (const status of [null, 101, 301, 404, 429, 500])
      expect(afterTry({ status }, begun)).toEqual({ delivery: begun.now + 5_000, failingSince: begun.now, off: null })
  })

  it('D-9 goes on for three days, then the webhook is off; 410 is off at once', () => {
    let [now, attempts] = [0, 1]
    let after = afterTry({ status: 503 }, { attempts, failingSince: null, now })
    while (typeof after.delivery === 'number') {
      now = after.delivery
      after = afterTry({ status: 503 }, { attempts: ++attempts, failingSince: 0, now })
    }
    expect([after.delivery, after.off, after.failingSince, attempts]).toEqual(['failed', 'failing', 0, 11])
    expect(now).toBeGreaterThan(failsFor)
    expect(afterTry({ status: 410 }, begun)).toMatchObject({ delivery: 'failed', off: 'gone' })
  })
})
