import { type Topic, topics } from '../../protocol/topics.ts'
import { type Taught, taughtWeights, topicBounds } from './taught.ts'
import { topicCounted } from './topic-features.ts'
import model from './topic-model.json' with { type: 'json' }
import { unpacked, weigh, type Weights } from './weigh.ts'

/** How sure one must be: of what a first message is about, and of a topic that a later one brings. */
const sureOfFirst = 0
const sureOfLater = 1.5
const mostTopics = 3

let learned: [Topic, Weights][] | null = null

export type About = { subject: string | null; text: string }
export type TaughtTopics = ReadonlyMap<Topic, Taught>

/** D-5: what a message is about, the surest first. `later`: it is not the first of its ticket. */
export function findTopics({ subject, text }: About, taught: TaughtTopics, later: boolean): Topic[] {
  learned ??= topics.map((topic) => [topic, unpacked(model[topic])])
  const counted = topicCounted(subject, text)
  const names = counted.map(({ name }) => name)
  const sums = learned.map(([topic, weights]) => {
    const here = taught.get(topic)
    const byShop = here === undefined ? [] : [...taughtWeights(names, here, topicBounds).values()]
    return { topic, sum: byShop.reduce((all, one) => all + one, weigh(weights, counted).sum) }
  })
  return sums
    .filter(({ sum }) => sum > (later ? sureOfLater : sureOfFirst))
    .toSorted((a, b) => b.sum - a.sum)
    .slice(0, mostTopics)
    .map(({ topic }) => topic)
}
