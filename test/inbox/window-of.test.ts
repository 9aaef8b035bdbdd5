import fc from 'fast-check'
import { expect, it } from 'vitest'
import { windowOf } from '../../server/inbox/list/window-of.ts'

it('draws every row that is on the screen, and not many more, however long the list is', () => {
  const list = fc.record({
    rows: fc.integer({ min: 0, max: 100_000 }),
    row: fc.integer({ min: 20, max: 120 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    height: fc.integer({ min: 100, max: 2_000 }),
  })
  fc.assert(
    fc.property(list, ({ rows, row, part, height }) => {
      const top = part * Math.max(0, rows * row - height)
      const { from, to } = windowOf(rows, row, top, height)
      expect(from).toBeLessThanOrEqual(Math.floor(top / row))
      expect(to).toBeGreaterThanOrEqual(Math.min(rows, Math.ceil((top + height) / row)))
      expect(from).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(rows)
      expect(to - from).toBeLessThan(height / row + 40)
    }),
  )
})

it('draws a few rows while it does not know how high they are', () => {
  expect(windowOf(1_000, 0, 0, 800)).toEqual({ from: 0, to: 36 })
  expect(windowOf(3, 0, 0, 800)).toEqual({ from: 0, to: 3 })
})

it('shows what is left where a list has become shorter than it was scrolled', () => {
  const { from, to } = windowOf(5, 60, 30_000, 800)
  expect([from, to]).toEqual([5, 5])
})
