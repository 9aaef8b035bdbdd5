import type { Topic } from '../protocol/topics.ts'
import type { Db } from './connect.ts'

/** A topic and the tag that stands for it. */
export type TopicTag = { topic: Topic; tagId: string }

/** Which of these tags stand for topics, in the order of the topics' names. */
export async function topicsOfTags(db: Db, tags: readonly string[]): Promise<TopicTag[]> {
  if (tags.length === 0) return []
  return db
    .selectFrom('topic_tags')
    .select(['topic', 'tag_id as tagId'])
    .where('tag_id', 'in', tags)
    .orderBy('topic')
    .execute()
}

/** The tags of these topics, with their names of today; those that nobody needed yet are left out. */
export function tagsOfTopics(db: Db, topics: readonly Topic[]): Promise<(TopicTag & { name: string })[]> {
  return db
    .selectFrom('topic_tags')
    .innerJoin('tags', 'tags.id', 'topic_tags.tag_id')
    .select(['topic_tags.topic', 'topic_tags.tag_id as tagId', 'tags.name'])
    .where('topic_tags.topic', 'in', topics)
    .execute()
}

/** Lets a tag stand for a topic; false where one of them is taken. */
export async function linkTopic(tx: Db, topic: Topic, tagId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('topic_tags')
    .values({ topic, tag_id: tagId })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
