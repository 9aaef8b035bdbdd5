/** Longest search, in characters, and most words in it: what somebody types, not what somebody pastes. */
export const searchLimits = { characters: 200, words: 12 } as const

/** The words of a search: parts between spaces that hold a letter or a digit of any alphabet. */
export function searchWords(search: string): string[] {
  return search.split(/\s+/u).filter((part) => /[\p{L}\p{N}]/u.test(part))
}

/** Letters that are not made of one letter and an accent, and yet are found without it, as the store does. */
const plain: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** Text without case and accents, each piece with where it stands in the original. */
function folded(text: string): { letters: string[]; at: number[] } {
  const letters: string[] = []
  const at: number[] = []
  let from = 0
  for (const character of text) {
    const lower = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    for (const letter of plain[lower] ?? lower) {
      letters.push(letter)
      at.push(from)
    }
    from += character.length
  }
  at.push(from)
  return { letters, at }
}

export const fold = (text: string): string => folded(text).letters.join('')

export type Span = { from: number; to: number }

const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character)

/**
 * Where words of a search stand in a text, in its own UTF-16 units: at the beginning of a word, whatever their case and
 * accents; spans never overlap. Only the last word of a search may be the beginning of a longer one.
 */
export function spansOf(text: string, words: readonly string[]): Span[] {
  const { letters, at } = folded(text)
  const whole = letters.join('')
  // A letter beyond the first plane is two units of `whole`; positions have to be of the same kind.
  const unitAt = letters.flatMap((letter, i) => Array.from({ length: letter.length }, () => at[i] ?? 0))
  unitAt.push(at.at(-1) ?? 0)
  const spans: Span[] = []
  for (const [i, word] of words.entries()) {
    const sought = fold(word)
    if (sought === '') continue
    for (let found = whole.indexOf(sought); found >= 0; found = whole.indexOf(sought, found + sought.length)) {
      const end = found + sought.length
      if (isLetter(whole[found - 1]) && isLetter(sought[0])) continue
      if (i < words.length - 1 && isLetter(whole[end])) continue
      spans.push({ from: unitAt[found] ?? 0, to: endOf(unitAt, end) })
    }
  }
  spans.sort((a, b) => a.from - b.from || b.to - a.to)
  return spans.filter((span, i) => spans.slice(0, i).every((other) => other.to <= span.from))
}

/** The end of the original character that the last sought one belongs to. */
function endOf(unitAt: readonly number[], end: number): number {
  const last = unitAt[end - 1] ?? 0
  return unitAt.slice(end).find((at) => at > last) ?? unitAt.at(-1) ?? 0
}

export type Part = { text: string; hit: boolean }

/** A text in parts, hits apart from what stands between them. */
export function partsOf(text: string, spans: readonly Span[]): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const span of spans) {
    if (span.from > from) parts.push({ text: text.slice(from, span.from), hit: false })
    parts.push({ text: text.slice(span.from, span.to), hit: true })
    from = span.to
  }
  if (from < text.length) parts.push({ text: text.slice(from), hit: false })
  return parts
}

/** Characters of a snippet before its first hit, and in all. */
const [lead, length] = [24, 160]

/** The piece of a text around the first hit, in one line; the beginning where none is seen. */
export function snippetOf(text: string, words: readonly string[]): Part[] {
  const line = text.slice(0, 100_000).replace(/\s+/gu, ' ').trim()
  const first = spansOf(line, words)[0]?.from ?? 0
  let from = Math.max(0, first - lead)
  // At a word's beginning, and never between the halves of a character.
  if (from > 0) {
    const space = line.indexOf(' ', from)
    from = space >= 0 && space < first ? space + 1 : first
  }
  const piece = Array.from(line.slice(from, from + 2 * length))
    .slice(0, length)
    .join('')
  const shown = `${from > 0 ? '… ' : ''}${piece}`
  return partsOf(shown, spansOf(shown, words))
}
