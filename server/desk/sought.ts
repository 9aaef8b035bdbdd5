import type { ErrorCode } from '../protocol/errors.ts'
import { searchLimits, searchWords } from '../protocol/search-words.ts'
import { points, storable } from '../protocol/text.ts'

/** What somebody looks for (S-6), or why nobody can look for that. */
export function soughtIn(typed: string): { search: string; words: string[] } | { refused: ErrorCode } {
  const search = storable(typed).trim()
  const words = searchWords(search)
  if (words.length === 0) return { refused: 'search_empty' }
  if (points(search) > searchLimits.characters || words.length > searchLimits.words)
    return { refused: 'search_too_long' }
  return { search, words }
}

/** The number of a ticket in a search like "#4711" or "4711". */
export function numberIn(search: string): number | null {
  const [, number] = /^#?(\d{1,9})$/.exec(search) ?? []
  return number === undefined ? null : Number(number)
}
