import { type Topic, topics } from '../../../server/protocol/topics.ts'
import { topicCounted } from '../../../server/tickets/text/topic-features.ts'
import type { Weights } from '../../../server/tickets/text/weigh.ts'
import { learn } from './learner.ts'
import type { Tagged } from './read-data.ts'

const learning = { atLeast: 2, rounds: 30, l2: 0.01, rate: 0.2, seed: 1 }

/** A topic each for itself, from the messages that are not held out. */
export function learnTopics(tagged: readonly Tagged[]): [Topic, Weights][] {
  const learned = tagged.filter(({ held }) => !held)
  const counted = learned.map(({ text, topics: of }) => ({ counted: topicCounted(null, text), of }))
  return topics.map((topic) => [
    topic,
    learn(
      counted.map(({ counted, of }) => ({ counted, is: of.includes(topic), weight: 1 })),
      learning,
    ),
  ])
}
