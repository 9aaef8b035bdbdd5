import type { Settings } from '../protocol/settings.ts'
import type { Topic } from '../protocol/topics.ts'
import { type About, findTopics, type TaughtTopics } from './text/find-topics.ts'
import { wordsOf } from './text/words.ts'

export type Tagging = Settings['tagging']

/** A later message of fewer words answers something, and brings nothing. */
const leastWords = 4

const nothing: TaughtTopics = new Map()

/**
 * D-5: the topics a message brings to its ticket. `decided`: those that the desk or an agent decided on already, which
 * never come by themselves again. `later`: not the first message of its ticket, so that only a clear topic counts.
 */
export function topicsFor(
  about: About,
  { on, off }: Tagging,
  decided: readonly string[],
  { later, taught = nothing }: { later: boolean; taught?: TaughtTopics },
): Topic[] {
  if (!on || (later && wordsOf(about.text).length < leastWords)) return []
  return findTopics(about, taught, later).filter((topic) => !off.includes(topic) && !decided.includes(topic))
}
