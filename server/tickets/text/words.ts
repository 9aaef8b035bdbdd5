/** No more of a message than this is looked at: whoever writes more has said what it is about (S18). */
export const mostChars = 6_000
const mostWords = 800
/** A longer word is no word. */
const longestWord = 24

/** The words of a text for counting: no case, no accents, digits by their number only. Linear, in any script. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  for (const [run] of folded(text).matchAll(/[\p{L}\p{N}]+|[£$€¥₹]/gu)) {
    if (words.length >= mostWords) break
    if (unspaced.test(run)) words.push(...pairs(run))
    else words.push(shape(run))
  }
  return words.slice(0, mostWords)
}

/** Small letters without accents and without what nobody sees, so that "Größe", "GRÖSSE" and "grosse" are one. */
export function folded(text: string): string {
  return text
    .slice(0, mostChars)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
}

/** Scripts that leave no space between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u

/** Two signs at a time are what comes nearest to a word there. */
function pairs(run: string): string[] {
  const signs = Array.from(run)
  return signs.length < 2 ? signs : signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)
}

function shape(run: string): string {
  if (run.length > longestWord) return '#long'
  if (/^\p{N}+$/u.test(run)) return `#${Math.min(run.length, 15)}`
  return run.replace(/\p{N}/gu, '0')
}
