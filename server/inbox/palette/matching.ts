/** What can be found: its words, and others it goes by. */
export type Findable = { title: string; also?: string }

/** As it is compared: without accents and large letters; what is no letter and no digit parts words. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** How well a word answers what was typed: whole, from its start, somewhere in it, or with letters left out; 0: not. */
function likeness(word: string, typed: string): number {
  if (word === typed) return 8
  if (word.startsWith(typed)) return 6
  if (typed.length > 1 && word.includes(typed)) return 3
  return typed.length > 2 && word[0] === typed[0] && isThinned(word, typed) ? 1 : 0
}

/** Do the letters of `typed` stand in the word in this order, with others between? */
function isThinned(word: string, typed: string): boolean {
  let at = 0
  for (const letter of word) if (letter === typed[at]) at++
  return at === typed.length
}

/** How well it answers everything that was typed, in any order of words; 0: a word of it is answered by nothing. */
export function answers({ title, also = '' }: Findable, query: string): number {
  const own = wordsOf(title)
  const others = wordsOf(also)
  let sum = 0
  for (const typed of wordsOf(query)) {
    // The title is what is read: its words count for more.
    const best = Math.max(
      0,
      ...own.map((word) => 2 * likeness(word, typed)),
      ...others.map((word) => likeness(word, typed)),
    )
    if (best === 0) return 0
    sum += best
  }
  return sum
}

/** Those that answer, the best first; of equals the order stays. Nothing typed: all of them, as they stand. */
export function found<T extends Findable>(all: readonly T[], query: string): T[] {
  if (wordsOf(query).length === 0) return [...all]
  return all
    .map((one) => ({ one, how: answers(one, query) }))
    .filter(({ how }) => how > 0)
    .toSorted((a, b) => b.how - a.how)
    .map(({ one }) => one)
}

/** The ticket number that was typed, as 4711 or #4711; null: it is none. */
export function numberIn(query: string): number | null {
  const digits = /^\s*#?(\d{1,9})\s*$/.exec(query)?.[1]
  const number = Number(digits ?? 0)
  return number > 0 ? number : null
}
