import { expect, it } from 'vitest'
import { mentioned } from '../../../server/tickets/notes.ts'
import { shopperSees } from '../../../server/tickets/visible.ts'
import { stirs } from '../../../server/tickets/stirs.ts'

const team = ['ada', 'bo', 'cleo']

it('R-10b mentions members only, each once, and never the writer', () => {
  expect(mentioned(['bo', 'cleo', 'bo'], team, 'ada')).toEqual(['bo', 'cleo'])
  expect(mentioned(['ada', 'removed long ago'], team, 'ada')).toEqual([])
  expect(mentioned([], team, 'ada')).toEqual([])
})

it('R-10a, T-7b a note is nothing to the customer, and stirs nothing', () => {
  expect(shopperSees('note')).toBe(false)
  expect(stirs('note')).toBe(false)
})
