import { countedOf, findIn, type Said } from '../../../server/tickets/text/features.ts'
import { type Weights, weigh } from '../../../server/tickets/text/weigh.ts'
import { type Example, learn, random } from './learner.ts'
import type { Labelled, Tagged } from './read-data.ts'

const learning = { atLeast: 2, rounds: 40, l2: 0.0005, rate: 0.3, seed: 1 }
/** Few of them: each counts for more. */
const weightOf = { mail: 2, ownSpam: 2, ownClean: 3, ownTagged: 1 }
/** Of the messages that were not learned from, at least so many of those that are marked must be spam. */
const wantedPrecision = 0.993
/** No lower one, however well the data can be told apart: false alarms hide customers. */
const leastThreshold = 0

/** `part`: of the data that it was judged without. */
export type Scored = { message: Labelled; sum: number; part: number }

/** Messages of our own: of shoppers, of machines and partners, and spam. */
export type Own = { tagged: readonly Tagged[]; clean: readonly string[]; spam: readonly string[] }

/** Our own messages as examples: shoppers who write in three languages, and spam in them, by mail and by SMS. */
export function ownExamples({ tagged, clean, spam }: Own): Example[] {
  const both = (text: string): Said[] => [
    { text, subject: null, signs: [] },
    { text, subject: '', signs: [] },
  ]
  const as = (texts: readonly string[], is: boolean, weight: number) =>
    texts.flatMap((text) => both(text).map((said) => exampleOf(said, is, weight / 2)))
  return [
    ...as(
      tagged.map(({ text }) => text),
      false,
      weightOf.ownTagged,
    ),
    ...as(clean, false, weightOf.ownClean),
    ...as(spam, true, weightOf.ownSpam),
  ]
}

function exampleOf(said: Said, is: boolean, weight: number): Example {
  return { counted: countedOf(findIn(said)), is, weight }
}

export function learnSpam(messages: readonly Labelled[], own: readonly Example[]): Weights {
  const examples = messages.map(({ said, spam }) => exampleOf(said, spam, said.subject === null ? 1 : weightOf.mail))
  return learn([...examples, ...own], learning)
}

/** Every message by the weights that were learned without its part of the data. */
export function crossScored(messages: readonly Labelled[], own: readonly Example[], parts: number, seed = 5): Scored[] {
  const next = random(seed)
  const dealt = messages.map((message) => ({ message, part: Math.floor(next() * parts) }))
  const scored: Scored[] = []
  for (let part = 0; part < parts; part++) {
    const weights = learnSpam(
      dealt.filter((one) => one.part !== part).map(({ message }) => message),
      own,
    )
    for (const { message } of dealt.filter((one) => one.part === part)) {
      scored.push({ message, sum: weigh(weights, countedOf(findIn(message.said))).sum, part })
    }
  }
  return scored
}

/** The lowest sum from which on a message is marked, such that those marked are spam as surely as is wanted. */
export function thresholdOf(scored: readonly Scored[]): number {
  let best = Number.POSITIVE_INFINITY
  let marked = 0
  let right = 0
  for (const { message, sum } of scored.toSorted((a, b) => b.sum - a.sum)) {
    marked++
    if (message.spam) right++
    if (right / marked >= wantedPrecision && sum >= leastThreshold) best = sum
  }
  return Math.max(leastThreshold, Math.floor(best * 100) / 100)
}

/** How well the marks fit: of those marked how many are spam, of the spam how many are marked. */
export function figuresOf(judged: readonly { marked: boolean; spam: boolean }[]) {
  const count = (marked: boolean, spam: boolean) =>
    judged.filter((one) => one.marked === marked && one.spam === spam).length
  const [hits, alarms, missed] = [count(true, true), count(true, false), count(false, true)]
  return {
    n: judged.length,
    spam: hits + missed,
    hits,
    alarms,
    precision: hits / (hits + alarms || 1),
    recall: hits / (hits + missed || 1),
  }
}
