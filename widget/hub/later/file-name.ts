import { say } from '../voice.ts'

const longest = 60

/**
 * A file's name as one line that reads as it is written: nothing invisible, no line ends, nothing that turns the
 * direction (U+202E). The desk does the same (S16).
 */
export const plainName = (written: string): string => written.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim() || '–'

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufefc]/

/** A sentence about a file: its name short, and of a direction of its own where both are written. */
export function sayOf(sentence: string, written: string): string {
  const points = [...plainName(written)]
  const short =
    points.length > longest ? [...points.slice(0, longest - 16), '…', ...points.slice(-15)].join('') : points.join('')
  return say(sentence, { name: rightToLeft.test(sentence + short) ? `\u2068${short}\u2069` : short })
}
