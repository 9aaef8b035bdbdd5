import type { Worked } from '../protocol/working.ts'
import * as store from '../store/lessons.ts'
import type { TicketRecord } from '../store/tickets.ts'
import { topicsOfTags } from '../store/topic-tags.ts'
import { countedOf, findIn } from '../tickets/text/features.ts'
import { type Judgement, lessonAfter } from '../tickets/text/lesson.ts'
import { lessonOf } from '../tickets/text/taught.ts'
import { topicCounted } from '../tickets/text/topic-features.ts'
import type { Actor, Work } from './desk.ts'

/** A ticket is judged by what its customer said last. */
const mostMessages = 5

export type Changed = { was: Worked; is: Worked; added: readonly string[]; removed: readonly string[] }

/**
 * S-8, D-5: what an agent's hand on a ticket teaches, in its transaction: that it is spam or none, and what it is about.
 * `undone`: the hand takes back what it did, and with it what that taught. Answers the topics that were judged.
 */
export async function teach(
  w: Work,
  ticket: TicketRecord,
  by: Actor,
  { was, is, added, removed }: Changed,
  undone: boolean,
): Promise<string[]> {
  const marked = is.spam !== was.spam
  const topics = await topicsOfTags(w.tx, [...added, ...removed])
  if (!marked && topics.length === 0) return []
  const said = await store.saidIn(w.tx, ticket.id, mostMessages)
  const text = said.join('\n')
  const judge = (label: store.Label, yes: boolean, names: readonly { name: string }[]) =>
    write(w, ticket.id, by, label, undone ? 'taken_back' : yes, lessonOf(names.map(({ name }) => name)))
  if (marked) {
    const subject = ticket.channel === 'email' ? (ticket.subject ?? '') : null
    await judge('spam', is.spam, countedOf(findIn({ text, subject, signs: [] })))
  }
  for (const { topic, tagId } of topics) {
    await judge(topic, added.includes(tagId), topicCounted(ticket.subject, text))
  }
  return topics.map(({ topic }) => topic)
}

async function write(
  w: Work,
  ticketId: string,
  by: Actor,
  label: store.Label,
  judgement: Judgement,
  words: readonly string[],
): Promise<void> {
  const was = await store.findLesson(w.tx, ticketId, label)
  const then = lessonAfter(was, judgement, words)
  if (then === 'unchanged') return
  if (was !== undefined) await store.countLesson(w.tx, label, was, -1)
  if (then === null) return store.dropLesson(w.tx, ticketId, label)
  await store.putLesson(w.tx, { ticketId, label, memberId: by.id, at: w.now }, then)
  await store.countLesson(w.tx, label, then, 1)
}
