import { describe, expect, it } from 'vitest'
import { type Movable, mayMoveIn } from '../../../server/tickets/move-in.ts'
import { aTicket } from './a-ticket.ts'

const mails = (given: Partial<Movable>): Movable => ({
  ...aTicket({ channel: 'email' }),
  customerId: 'ada',
  follows: null,
  gone: false,
  blocked: false,
  ...given,
})
const adas = (given: Partial<Movable> = {}) => mails({ id: 'adas', ...given })
const eves = (given: Partial<Movable> = {}) => mails({ id: 'eves', customerId: 'eve', follows: 'adas', ...given })

describe('a stranger’s mails', () => {
  it.each(['open', 'snoozed', 'closed'] as const)('T-2c may go into the %s ticket they aimed at', (status) => {
    expect(mayMoveIn(eves(), adas({ status }))).toBe(true)
    expect(mayMoveIn(eves({ status }), adas())).toBe(true)
  })

  it.each<[string, Movable, Movable]>([
    ['into another ticket', eves({ follows: 'bobs' }), adas()],
    ['into a chat, whose shopper would read them', eves(), adas({ channel: 'web_chat' })],
    ['where both are one person’s', eves({ customerId: 'ada' }), adas()],
    ['twice', eves({ gone: true }), adas()],
    ['into what has gone into another', eves(), adas({ gone: true })],
    ['as spam', eves({ spam: true }), adas()],
    ['into spam', eves(), adas({ spam: true })],
    ['of somebody who is blocked', eves({ blocked: true }), adas()],
    ['to somebody who is blocked', eves(), adas({ blocked: true })],
  ])('T-2c may not go %s', (_, from, into) => {
    expect(mayMoveIn(from, into)).toBe(false)
  })
})
