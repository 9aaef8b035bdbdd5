/** In how many messages that this shop judged something stood: in those judged so, and in those judged otherwise. */
export type Times = { yes: number; no: number }
/** What a shop has taught by its judgements, for the words at hand. `judged`: how many judgements there are. */
export type Taught = { judged: Times; words: ReadonlyMap<string, Times> }

export const nothingTaught: Taught = { judged: { yes: 0, no: 0 }, words: new Map() }

/** How far one judgement can move a sum, and all of them together. */
export type Bounds = { byOne: number; byAll: number }
/** A false alarm hides a customer, so little is left to clicks; a wrong tag is soon taken off. */
export const spamBounds: Bounds = { byOne: 0.5, byAll: 2.5 }
export const topicBounds: Bounds = { byOne: 1, byAll: 5 }

/** So far one word. */
const mostByWord = 1.5
/** Words that a lesson keeps: of a long message, its first. */
export const mostOfLesson = 150

/**
 * What the shop's own judgements add for each of these words. Bounded twice, so that nobody's click poisons the
 * scanner: the sum of all moves only so far for each judgement, and only so far for ever. What the shipped weights hold
 * for clean by more than that, nobody can teach to be hidden.
 */
export function taughtWeights(
  names: readonly string[],
  { judged, words }: Taught,
  { byOne, byAll }: Bounds,
): Map<string, number> {
  const weights = new Map<string, number>()
  for (const name of names) {
    const times = words.get(name)
    if (times === undefined || times.yes + times.no === 0) continue
    const odds = Math.log((times.yes + 0.5) / (judged.yes + 1) / ((times.no + 0.5) / (judged.no + 1)))
    const sure = (times.yes + times.no) / (times.yes + times.no + 2)
    weights.set(name, Math.max(-mostByWord, Math.min(mostByWord, odds)) * sure)
  }
  const sum = [...weights.values()].reduce((all, weight) => all + weight, 0)
  const most = Math.min(byAll, byOne * (sum > 0 ? judged.yes : judged.no))
  if (Math.abs(sum) <= most) return weights
  for (const [name, weight] of weights) weights.set(name, (weight * most) / Math.abs(sum))
  return weights
}

/** What a judgement is about: the words of a message, each once, in an order that all lock them in. */
export function lessonOf(names: Iterable<string>): string[] {
  return [...new Set(names)].slice(0, mostOfLesson).toSorted()
}
