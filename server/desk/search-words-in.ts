import type { FoundBy } from '../protocol/found.ts'
import { limits } from '../protocol/limits.ts'
import type { ListScope } from '../protocol/list-filter.ts'
import { snippetOf } from '../protocol/search-words.ts'
import type { Db } from '../store/connect.ts'
import type { Position } from '../store/list-page.ts'
import { type Hit, isCommon, type Looked, lookUp, walkBack } from '../store/search.ts'

/** Which words are so common in messages and in notes that they are met by walking back in time. */
export type Common = Record<'messages' | 'notes', boolean>

type Search = { of: ListScope; me: string; words: readonly string[]; after: Position | null; common: Common }
type Said = { hits: { ticketId: string; by: FoundBy }[]; upTo: Position | null }

export async function commonIn(db: Db, words: readonly string[]): Promise<Common> {
  return { messages: await isCommon(db, 'messages', words), notes: await isCommon(db, 'notes', words) }
}

/** Where the words stand in messages and notes, newest first, until a page is full or enough was looked at. */
export async function wordsIn(db: Db, search: Search): Promise<Said> {
  const { common } = search
  const look = (table: 'messages' | 'notes', after: Position | null) =>
    (common[table] ? walkBack : lookUp)(db, table, { ...search, after })
  const found = new Map<string, { ticketId: string; by: FoundBy }>()
  let after = search.after
  // A few looks a page: what is common is found at once, unless hardly any of it stands in this list.
  for (let looks = 0; looks < 4; looks++) {
    const { hits, upTo } = together(await look('messages', after), await look('notes', after))
    for (const { kind, hit } of hits) {
      const { ticketId, entry, at, text, seq: n } = hit
      if (found.has(ticketId)) continue
      found.set(ticketId, { ticketId, by: { kind, parts: snippetOf(text, search.words), entry, n, at } })
      if (found.size === limits.listPage) return { hits: [...found.values()], upTo: { at, id: entry } }
    }
    after = upTo
    if (upTo === null) break
  }
  return { hits: [...found.values()], upTo: after }
}

type Either = { kind: 'message' | 'note'; hit: Hit }

const newestFirst = (a: Position, b: Position) => b.at - a.at || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
const placeOf = ({ hit }: Either): Position => ({ at: hit.at, id: hit.entry })

/** Two looks as one: only what is as new as the place both have come to is known to be in order. */
function together(messages: Looked, notes: Looked): { hits: Either[]; upTo: Position | null } {
  const ends = [messages.upTo, notes.upTo].flatMap((end) => end ?? [])
  const upTo = ends.toSorted(newestFirst)[0] ?? null
  const hits: Either[] = [
    ...messages.hits.map((hit) => ({ kind: 'message' as const, hit })),
    ...notes.hits.map((hit) => ({ kind: 'note' as const, hit })),
  ]
  return {
    hits: hits
      .filter((one) => upTo === null || newestFirst(placeOf(one), upTo) <= 0)
      .toSorted((a, b) => newestFirst(placeOf(a), placeOf(b))),
    upTo,
  }
}
