import type { Topic } from '../protocol/topics.ts'

type At = number

/** What the desk makes of words, and what agents teach it (S-8, D-5). */
export type TextTables = {
  lessons: {
    ticket_id: string
    label: 'spam' | Topic
    yes: boolean
    before: boolean | null
    words: string[]
    member_id: string
    at: At
  }
  taught_words: { label: 'spam' | Topic; word: string; yes: number; no: number }
  topic_tags: { topic: Topic; tag_id: string }
}
