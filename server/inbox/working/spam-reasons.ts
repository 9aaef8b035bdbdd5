import type { SpamReason } from '../../protocol/thread.ts'
import type { Words } from '../words/en.ts'

/** S-8: words and signs that spoke for spam, each with its weight, in one line. */
export function reasonsText(why: readonly SpamReason[], words: Words['scanner']): string {
  return why.map(({ name, weight }) => `${nameOf(name, words)} +${weight.toFixed(1)}`).join(', ')
}

function nameOf(name: string, { sign, word, number, longWord }: Words['scanner']): string {
  const signs: Record<string, string> = sign
  if (name.startsWith('!')) return signs[name.slice(1)] ?? word(name.slice(1))
  if (name === '#long') return longWord
  const digits = Number(name.slice(1))
  if (name.startsWith('#') && digits > 0) return number(digits)
  return word(name.replaceAll('0', '#'))
}
