import { describe, expect, it } from 'vitest'
import { channelNames } from '../../../server/protocol/channel.ts'
import { mayFetch, shopperSees } from '../../../server/tickets/visible.ts'
import { aTicket } from './a-ticket.ts'

it.each([
  ['message', true],
  ['status_closed', true],
  ['seen', true],
  ['status_other', false],
  ['assigned', false],
  ['blocked', false],
  ['note', false],
  ['satisfaction', false],
] as const)('P-1a a %s takes a number in the shopper’s count: %s', (entry, sees) => {
  expect(shopperSees(entry)).toBe(sees)
})

describe('what a shopper may load', () => {
  it.each(['open', 'snoozed'] as const)('W-6c a conversation that is %s, on any page', (status) => {
    expect([mayFetch(aTicket({ status }), false), mayFetch(aTicket({ status }), true)]).toEqual([true, true])
  })

  it('W-6b a closed one only by a page that holds it', () => {
    const closed = aTicket({ status: 'closed' })
    expect([mayFetch(closed, false), mayFetch(closed, true)]).toEqual([false, true])
  })

  it.each(channelNames.filter((name) => name !== 'web_chat'))('P-1a never a ticket of %s', (channel) => {
    expect([mayFetch(aTicket({ channel }), true), mayFetch(aTicket({ channel }), false)]).toEqual([false, false])
  })
})
