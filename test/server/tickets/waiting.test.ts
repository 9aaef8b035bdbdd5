import { expect, it } from 'vitest'
import { waitingSince, waitsFrom } from '../../../server/tickets/waiting.ts'

it('W-12a whoever writes again waits since their first message that nobody answered', () => {
  expect(waitsFrom({ status: 'open', waiting_since: null }, 500)).toBe(500)
  expect(waitsFrom({ status: 'open', waiting_since: 200 }, 500)).toBe(200)
  expect(waitsFrom({ status: 'snoozed', waiting_since: 200 }, 500)).toBe(200)
})

it('W-12a a ticket that was closed unanswered and is written to again begins anew', () => {
  expect(waitsFrom({ status: 'closed', waiting_since: 200 }, 500)).toBe(500)
})

it('W-12a nobody waits in a closed or snoozed ticket, nor in Spam', () => {
  expect(waitingSince({ status: 'open', spam: false, waiting_since: 200 })).toBe(200)
  expect(waitingSince({ status: 'open', spam: true, waiting_since: 200 })).toBeNull()
  for (const status of ['closed', 'snoozed'] as const) {
    expect(waitingSince({ status, spam: false, waiting_since: 200 })).toBeNull()
  }
})
