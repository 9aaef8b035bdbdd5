import { limits } from '../protocol/limits.ts'
import { type Topic, topics } from '../protocol/topics.ts'
import { taughtAbout } from '../store/lessons.ts'
import { holdTags, tagsOf } from '../store/tags.ts'
import type { TicketChange, TicketRecord } from '../store/tickets.ts'
import { linkTopic, tagsOfTopics } from '../store/topic-tags.ts'
import { type Tagging, topicsFor } from '../tickets/auto-tags.ts'
import type { Landing } from '../tickets/receive.ts'
import type { About } from '../tickets/text/find-topics.ts'
import type { Taught } from '../tickets/text/taught.ts'
import { topicCounted } from '../tickets/text/topic-features.ts'
import { topicNames } from '../protocol/topic-names.ts'
import type { Work } from './desk.ts'
import { tagIds } from './tags.ts'
import type { InboundMessage } from './take-in.ts'
import type { Draft } from './write-entries.ts'

/** What a message brings to its ticket: tags to be put on it, the line that says so, and what changes. */
type Brought = { ids: string[]; drafts: Draft[]; change: TicketChange }
const nothing: Brought = { ids: [], drafts: [], change: {} }

/**
 * D-5: the tags that a message brings, made where nobody needed them yet; never of spam, of blocked senders and of
 * machines. `found`: the ticket it goes into, locked, undefined where it opens one. What comes out of Spam is looked at
 * like a first message. The caller puts them on.
 */
export async function tagsOfArrival(
  w: Work,
  { text, remote, automatic }: InboundMessage,
  landing: Landing,
  found: TicketRecord | undefined,
  tagging: Tagging,
): Promise<Brought> {
  if (!tagging.on || automatic || landing.ticket === 'spam' || !('route' in landing)) return nothing
  const first = found === undefined || found.spam
  // A subject says once what a ticket is about.
  const about = { subject: first ? (remote?.subject ?? null) : null, text }
  const decided = found?.topics ?? []
  const topicsFound = topicsFor(about, tagging, decided, { later: !first, taught: await taughtOf(w, about) })
  if (topicsFound.length === 0) return nothing

  const wanted = await tagsFor(w, topicsFound, tagging.language)
  const has = found === undefined ? [] : await tagsOf(w.tx, found.id)
  const room = Math.max(0, limits.tagsOfTicket - has.length)
  const held = await holdTags(w.tx, wanted.filter((id) => !has.includes(id)).slice(0, room))
  const added = held.toSorted((a, b) => wanted.indexOf(a.id) - wanted.indexOf(b.id))
  const names = added.map(({ name }) => name)
  return {
    ids: added.map(({ id }) => id),
    drafts: names.length > 0 ? [{ data: { type: 'tags', added: names, removed: [], automatic: true } }] : [],
    change: { topics: [...decided, ...topicsFound] },
  }
}

async function taughtOf(w: Work, { subject, text }: About): Promise<Map<Topic, Taught>> {
  const names = topicCounted(subject, text).map(({ name }) => name)
  const taught = await taughtAbout(w.tx, topics, names)
  return new Map(
    topics.flatMap((topic) => {
      const here = taught.get(topic)
      return here === undefined ? [] : [[topic, here] as const]
    }),
  )
}

/** The tags of these topics, made where nobody needed them yet; one by that name is taken as it is. */
async function tagsFor(w: Work, found: readonly Topic[], language: Tagging['language']): Promise<string[]> {
  const ids: string[] = []
  const known = await tagsOfTopics(w.tx, found)
  for (const topic of found) {
    const tag = known.find((one) => one.topic === topic)?.tagId ?? (await madeTag(w, topic, language))
    if (tag !== null) ids.push(tag)
  }
  return ids
}

/** Null: there is no room for another tag, or the one by that name stands for another topic. */
async function madeTag(w: Work, topic: Topic, language: Tagging['language']): Promise<string | null> {
  const made = await tagIds(w, [{ name: topicNames[language][topic] }])
  const id = 'ids' in made ? made.ids[0] : undefined
  if (id === undefined) return null
  if (await linkTopic(w.tx, topic, id)) return id
  // Somebody was quicker, with this tag or another.
  return (await tagsOfTopics(w.tx, [topic]))[0]?.tagId ?? null
}
