import { expect, it } from 'vitest'
import { mentioned } from '../../../server/tickets/notes.ts'
import { shopperSees } from '../../../server/tickets/visible.ts'

const team = ['ada', 'bo', 'cleo']

it('R-10b mentions members only, each once, and never the writer', () => {
  expect(mentioned(['bo', 'cleo', 'bo'], team, 'ada')).toEqual(['bo', 'cleo'])
  expect(mentioned(['ada', 'removed long ago'], team, 'ada')).toEqual([])
  expect(mentioned([], team, 'ada')).toEqual([])
})

it('R-10a a note is nothing to the customer', () => {
  expect(shopperSees('note')).toBe(false)
})
