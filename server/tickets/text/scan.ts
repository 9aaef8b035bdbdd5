import { countedOf, findIn, type Found, type Said, signMark } from './features.ts'
import model from './spam-model.json' with { type: 'json' }
import { spamBounds, type Taught, taughtWeights } from './taught.ts'
import { type Part, unpacked, weigh, type Weights } from './weigh.ts'

/** S-8: what a message is taken for, and what made it so, the weightiest first. */
export type Judged = { spam: boolean; sum: number; reasons: Part[] }

let learned: Weights | null = null
const mostReasons = 8
const leastWords = 4
/** Few mails were learned from, and links and long numbers stand in clean ones: what is hidden must be plainer. */
const plainerByMail = 3
/** Weighed, but no reason that says anything to anybody. */
const shapes = new Set(['mail', 'very_short', 'short', 'full_text', 'long', 'digits'].map((sign) => signMark + sign))

/**
 * Is it spam, by the words and signs that were learned from labelled messages, and by what this shop taught? False
 * alarms hide customers: the threshold was chosen so that hardly any clean message passes it, and what has hardly any
 * words is left alone.
 */
export function judge(said: Said, taught: Taught): Judged {
  return judgeFound(findIn(said), taught)
}

export function judgeFound(found: Found, taught: Taught): Judged {
  learned ??= unpacked(model)
  const counted = countedOf(found)
  const byAll = weigh(learned, counted)
  const here = taughtWeights(
    counted.map(({ name }) => name),
    taught,
    spamBounds,
  )
  const parts = byAll.parts.map(({ name, weight }) => ({ name, weight: weight + (here.get(name) ?? 0) }))
  for (const [name, weight] of here) if (!byAll.parts.some((part) => part.name === name)) parts.push({ name, weight })
  const sum = byAll.sum + [...here.values()].reduce((all, weight) => all + weight, 0)
  const spam = isSpam(found, sum, model.threshold)
  return { spam, sum, reasons: spam ? reasonsOf(parts) : [] }
}

/** Is a message with that sum marked? The text for trying a scanner out always is. */
export function isSpam({ words, signs }: Found, sum: number, threshold: number): boolean {
  if (signs.includes('test_mark')) return true
  if (words.length < leastWords && !signs.includes('program_file')) return false
  return sum > threshold + (signs.includes('mail') ? plainerByMail : 0)
}

function reasonsOf(parts: Part[]): Part[] {
  return parts
    .filter(({ name, weight }) => weight > 0 && !shapes.has(name))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, mostReasons)
    .map(({ name, weight }) => ({ name, weight: Math.round(weight * 10) / 10 }))
    .filter(({ weight }) => weight > 0)
}
