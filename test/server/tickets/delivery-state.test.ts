import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  afterReport,
  arrived,
  type DeliveryState,
  deliveryStates,
  retried,
} from '../../../server/tickets/delivery-state.ts'

const reports = fc.array(fc.constantFrom(...deliveryStates), { maxLength: 12 })
const rank = (state: DeliveryState) => deliveryStates.indexOf(state)
const told = (states: readonly DeliveryState[]) => states.reduce(afterReport, 'queued')

it('R-13a a delivery state never steps back, whatever is reported', () => {
  fc.assert(
    fc.property(reports, (states) => {
      let state: DeliveryState = 'queued'
      for (const reported of states) {
        const next = afterReport(state, reported)
        expect(rank(next)).toBeGreaterThanOrEqual(rank(state))
        state = next
      }
    }),
    { seed: 1, numRuns: 500 },
  )
})

it('R-13a reports that come doubled and out of order end where those in order do', () => {
  const shuffled = reports.chain((states) =>
    fc.tuple(fc.constant(states), fc.shuffledSubarray([...states, ...states], { minLength: states.length * 2 })),
  )
  fc.assert(
    fc.property(shuffled, ([states, mixed]) => {
      expect(told(mixed)).toBe(told(states))
    }),
    { seed: 2, numRuns: 500 },
  )
})

it.each([
  [['sent', 'delivered', 'read'], 'read'],
  [['read', 'sent', 'delivered'], 'read'],
  [['unknown', 'sent'], 'sent'],
  [['sent', 'unknown'], 'sent'],
  [['unknown', 'failed'], 'failed'],
  [['failed', 'sent'], 'failed'],
  [['sent', 'failed'], 'failed'],
  [['delivered', 'failed'], 'delivered'],
  [['failed', 'delivered'], 'delivered'],
  [[], 'queued'],
] as const)('R-13a %j ends as %s', (states, end) => {
  expect(told(states)).toBe(end)
})

it('R-13a read implies delivered', () => {
  const no = { delivered: false, read: false }
  expect(deliveryStates.map(arrived)).toEqual([
    no,
    no,
    no,
    no,
    { delivered: true, read: false },
    { delivered: true, read: true },
  ])
})

it('R-13a only what failed is sent again, never what may have been sent', () => {
  expect(deliveryStates.filter((state) => retried(state) !== null)).toEqual(['failed'])
})
