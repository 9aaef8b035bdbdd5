import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type InTurn, nextInTurn } from '../../../server/tickets/round-robin.ts'

const agent = (id: string, change: Partial<InTurn> = {}): InTurn => ({
  id,
  presence: 'online',
  open: 0,
  turn: null,
  ...change,
})

it('D-4c the next ticket goes to whoever is online and was served longest ago, first to whoever never was', () => {
  const [anna, ben, carl] = [agent('anna', { turn: 3 }), agent('ben', { turn: 2 }), agent('carl')]
  expect(nextInTurn([anna, ben, carl], null)?.id).toBe('carl')
  expect(nextInTurn([anna, ben], null)?.id).toBe('ben')
  expect(nextInTurn([agent('b'), agent('a')], null)?.id).toBe('a')
})

it('D-4d nobody away or offline is served; nobody online: nobody', () => {
  const gone = [agent('anna', { presence: 'away' }), agent('ben', { presence: 'offline' })]
  expect(nextInTurn([...gone, agent('carl', { turn: 9 })], null)?.id).toBe('carl')
  expect(nextInTurn(gone, null)).toBeNull()
  expect(nextInTurn([], null)).toBeNull()
})

it('D-4 whoever has as many open tickets as the limit says is left out', () => {
  const [full, busy] = [agent('anna', { open: 5 }), agent('ben', { open: 4, turn: 9 })]
  expect(nextInTurn([full, busy], 5)?.id).toBe('ben')
  expect(nextInTurn([full], 5)).toBeNull()
  expect(nextInTurn([full], null)?.id).toBe('anna')
})

it('D-4c among those who stay online the numbers never differ by more than one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 60 }), (many, tickets) => {
      const agents = Array.from({ length: many }, (_, n) => agent(`agent ${n}`))
      for (let turn = 1; turn <= tickets; turn++) {
        const next = nextInTurn(agents, null)
        if (next === null) throw new Error('Somebody is online.')
        next.turn = turn
        next.open++
      }
      const had = agents.map(({ open }) => open)
      expect(Math.max(...had) - Math.min(...had)).toBeLessThanOrEqual(1)
    }),
  )
})
