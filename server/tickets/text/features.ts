import type { MailSign, Sign } from '../../protocol/signs.ts'
import { signsOf } from './signs.ts'
import type { Counted } from './weigh.ts'
import { wordsOf } from './words.ts'

/** A message as the scanner sees it. `subject`: of a mail, else null. `signs`: what its channel found beside the words. */
export type Said = { text: string; subject: string | null; signs: readonly MailSign[] }

/** What was found in a message: its different words, and its signs. */
export type Found = { words: string[]; signs: Sign[] }

/** No word begins with it. */
export const signMark = '!'
/** So many words speak with full voice; of a longer text each says less, so that no flood of words drowns the rest. */
const fullVoice = 30

export function findIn({ text, subject, signs }: Said): Found {
  const words = wordsOf(subject === null || text.startsWith(subject) ? text : `${subject}\n${text}`)
  return { words: [...new Set(words)], signs: [...signsOf(text, subject), ...signs] }
}

/** As it is weighed: a word by itself, a sign as `!link`. */
export function countedOf({ words, signs }: Found): Counted[] {
  const value = Math.min(1, Math.sqrt(fullVoice / Math.max(1, words.length)))
  return [...words.map((name) => ({ name, value })), ...signs.map((sign) => ({ name: signMark + sign, value: 1 }))]
}
