import { topics } from '../../protocol/topics.ts'
import { topicWords } from './topic-words.ts'
import type { Counted } from './weigh.ts'
import { folded, wordsOf } from './words.ts'

/** A topic is said early, or not at all. */
const mostChars = 2_000
/** How much a hit of `topicWords` counts, and all words of a message together: a known beginning says more than a word. */
const hitValue = 3
const wordsValue = 1.5

type Stem = { topic: number; text: string }

const all = topics.flatMap((name, topic) =>
  topicWords[name].split(/\s+/).map((word) => ({ topic, word: word.replaceAll('-', ' ') })),
)
/** What also stands inside words; and what begins one, by its first two letters, so that few are looked at each. */
const within: Stem[] = all
  .filter(({ word }) => word.startsWith('*'))
  .map(({ topic, word }) => ({ topic, text: word.slice(1) }))
const beginning = new Map<string, Stem[]>()
for (const { topic, word } of all.filter((one) => !one.word.startsWith('*'))) {
  const key = word.slice(0, 2)
  beginning.set(key, [...(beginning.get(key) ?? []), { topic, text: word }])
}

/** What tells of a topic: its words (`=returns`, and `+returns` for more than one of them), and every word by itself. */
export function topicCounted(subject: string | null, text: string): Counted[] {
  const whole = `${subject ?? ''}\n${text.slice(0, mostChars)}`.slice(0, mostChars)
  const words = [...new Set(wordsOf(whole))]
  const value = wordsValue / Math.sqrt(Math.max(1, words.length))
  const counted: Counted[] = words.map((name) => ({ name, value }))
  const hits = hitsOf(` ${folded(whole).replace(/[^\p{L}\p{N}]+/gu, ' ')} `)
  for (const [at, topic] of topics.entries()) {
    const n = hits[at]?.size ?? 0
    if (n > 0) counted.push({ name: `=${topic}`, value: hitValue })
    if (n > 1) counted.push({ name: `+${topic}`, value: hitValue })
  }
  return counted
}

/** The different words of each topic in a line of words with single spaces. */
function hitsOf(line: string): Set<string>[] {
  const hits = topics.map(() => new Set<string>())
  for (const { topic, text } of within) if (line.includes(text)) hits[topic]?.add(text)
  for (let at = line.indexOf(' ') + 1; at > 0 && at < line.length; at = line.indexOf(' ', at) + 1) {
    for (const { topic, text } of beginning.get(line.slice(at, at + 2)) ?? []) {
      if (line.startsWith(text, at)) hits[topic]?.add(text)
    }
  }
  return hits
}
