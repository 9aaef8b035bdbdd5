import { expect, it } from 'vitest'
import { freed, leftBehindBy } from '../../../server/tickets/assignment.ts'

const open = { status: 'open', assignee: 'anna' } as const
const closed = { status: 'closed', assignee: 'anna' } as const

it('S-2d a ticket that opens again goes to Unassigned only where its assignee has left', () => {
  expect(freed(closed, open, true)).toEqual({ status: 'open', assignee: null })
  expect(freed(closed, open, false)).toEqual(open)
  expect(freed(closed, closed, true)).toEqual(closed)
  expect(freed(open, open, true)).toEqual(open)
  expect(freed(closed, { status: 'open', assignee: 'ben' }, true)).toEqual({ status: 'open', assignee: 'ben' })
})

it('S-2d whoever leaves leaves what is live; what is closed, and what is others’, stays as it is', () => {
  expect(leftBehindBy('anna', open)).toEqual({ status: 'open', assignee: null })
  expect(leftBehindBy('anna', { ...open, status: 'snoozed' })).toEqual({ status: 'snoozed', assignee: null })
  expect(leftBehindBy('anna', closed)).toBeNull()
  expect(leftBehindBy('ben', open)).toBeNull()
})
