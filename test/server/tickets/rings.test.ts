import { describe, expect, it } from 'vitest'
import { rings } from '../../../server/tickets/notices.ts'
import { receive } from '../../../server/tickets/receive.ts'
import { aTicket } from './a-ticket.ts'
import { arrival } from './an-arrival.ts'

const live = aTicket({ channel: 'sms' })

describe('somebody hears at once', () => {
  it('D-9b of a clean message, whether it opens a ticket, joins one or opens it again', () => {
    const closed = aTicket({ channel: 'sms', status: 'closed' })
    for (const found of [{}, { live }, { closed }]) {
      expect(rings(receive(arrival({ channel: 'sms', ...found })), false, false)).toBe(true)
    }
  })

  it('D-9b of what is before a colleague’s eyes only if it is theirs', () => {
    const landing = receive(arrival({ channel: 'sms', live, watched: true }))
    expect([rings(landing, false, true), rings(landing, false, false)]).toEqual([true, false])
  })

  it('D-9b, S-8 of spam never, and of the clean message after it', () => {
    const spam = aTicket({ channel: 'sms', spam: true })
    for (const found of [{}, { live }, { live: spam }]) {
      expect(rings(receive(arrival({ channel: 'sms', spam: true, ...found })), false, true)).toBe(false)
    }
    expect(rings(receive(arrival({ channel: 'sms', live: spam })), false, false)).toBe(true)
  })

  it('D-9b, S-9 of a blocked customer never', () => {
    for (const found of [{}, { live }]) {
      expect(rings(receive(arrival({ channel: 'sms', blocked: true, ...found })), false, true)).toBe(false)
    }
  })

  it('D-9b, P-5 of a machine never', () => {
    expect(rings(receive(arrival()), true, true)).toBe(false)
  })
})
