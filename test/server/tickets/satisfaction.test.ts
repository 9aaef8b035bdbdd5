import { expect, it } from 'vitest'
import { askSatisfaction, type Over } from '../../../server/tickets/satisfaction.ts'

const day = 86_400_000
const now = 1_000 * day
const over = (given: Partial<Over> = {}): Over => ({
  on: true,
  ticket: { status: 'closed' },
  answered: true,
  blocked: false,
  so: 'never',
  lastAskedAt: null,
  now,
  ...given,
})

it('D-10a a customer is asked after a close, where the shop wants to know', () => {
  expect(askSatisfaction(over())).toBe('ask')
  expect(askSatisfaction(over({ on: false }))).toBe('no')
  for (const status of ['open', 'snoozed'] as const) expect(askSatisfaction(over({ ticket: { status } }))).toBe('no')
})

it.each([
  ['never asked', { so: 'never' }, 'ask'],
  ['asked and silent, as on another page', { so: 'asked', lastAskedAt: now - 1 }, 'still'],
  ['answered', { so: 'told', lastAskedAt: now - 40 * day }, 'no'],
] as const)('D-10b once a ticket: %s', (_so, given, verdict) => {
  expect(askSatisfaction(over(given))).toBe(verdict)
})

it.each([
  [30 * day - 1, 'no'],
  [30 * day, 'ask'],
  [0, 'no'],
] as const)('D-10c at most once a customer in 30 days: asked about another ticket %i ms ago', (ago, verdict) => {
  expect(askSatisfaction(over({ lastAskedAt: now - ago }))).toBe(verdict)
})

it.each([
  ['spam', { ticket: { status: 'closed', spam: true } }],
  ['a blocked customer', { blocked: true }],
  ['a ticket that no agent answered', { answered: false }],
] as const)('D-10d not after %s, and not a second time either', (_what, given) => {
  for (const so of ['never', 'asked', 'told'] as const) expect(askSatisfaction(over({ ...given, so }))).toBe('no')
})
