import type { ErrorCode } from '../protocol/errors.ts'
import type { FoundBy, FoundRow } from '../protocol/found.ts'
import { inList } from '../protocol/in-list.ts'
import { limits } from '../protocol/limits.ts'
import type { ListScope } from '../protocol/list-filter.ts'
import { snippetOf, spansOf } from '../protocol/search-words.ts'
import type { Db } from '../store/connect.ts'
import { rowByNumber, rowsById } from '../store/lists.ts'
import type { Position } from '../store/list-page.ts'
import { ranOutOfTime, withinTime } from '../store/within-time.ts'
import { customersNamed, namesOf, ticketsOfNamed } from '../store/search-people.ts'
import { type Desk } from './desk.ts'
import { rowViews } from './read-list.ts'
import { type Common, commonIn, wordsIn } from './search-words-in.ts'
import { numberIn, soughtIn } from './sought.ts'

type Asked = ListScope & { search: string; after: string | null }
type Answer = { found: FoundRow[]; next: string | null; backTo: number | null; at: number }

/** No search may keep the store busy for longer. */
const mostMs = 4_000

/**
 * S-6 (+): the tickets of a list in which a search is found: the one of that number, then those of customers of that name
 * or address, then those in whose messages or notes every word stands, each newest first. `backTo`: how far back a page
 * has looked that could not look at everything at once.
 */
export async function searchList(desk: Desk, me: string, asked: Asked): Promise<Answer | { refused: ErrorCode }> {
  const sought = soughtIn(asked.search)
  if ('refused' in sought) return sought
  const { search, words } = sought
  const from = readCursor(asked.after)
  if (from === null) return { refused: 'bad_request' }
  try {
    return await withinTime(desk.db, mostMs, (db) => look(desk, db, me, { asked, search, words, from }))
  } catch (error) {
    if (ranOutOfTime(error)) return { refused: 'search_too_wide' }
    throw error
  }
}

type Look = { asked: Asked; search: string; words: string[]; from: Cursor }

async function look(desk: Desk, db: Db, me: string, { asked, search, words, from }: Look): Promise<Answer> {
  const why = new Map<string, FoundBy>()
  const at = desk.clock.now()
  let next: string | null = null
  let backTo: number | null = null
  if (from.stage === 'start')
    for (const id of await byNumber(desk, db, me, asked, search)) why.set(id, { kind: 'number' })
  if (from.stage !== 'words') {
    const after = from.stage === 'people' ? from.after : null
    const people = await ticketsOfNamed(db, await customersNamed(db, words), words, {
      of: asked,
      me,
      after,
      limit: limits.listPage,
    })
    const names = await namesOf(
      db,
      people.map((one) => one.id),
    )
    for (const { id } of people)
      if (!why.has(id)) why.set(id, { kind: 'customer', parts: nameParts(names.get(id) ?? [], words) })
    const last = people.at(-1)
    if (people.length === limits.listPage && last) next = `people.${last.at}.${last.id}`
  }
  if (next === null) {
    const { after, common } = from.stage === 'words' ? from : { after: null, common: await commonIn(db, words) }
    const said = await wordsIn(db, { of: asked, me, words, after, common })
    for (const { ticketId, by } of said.hits) if (!why.has(ticketId)) why.set(ticketId, by)
    if (said.upTo !== null) {
      next = `${stageOf(common)}.${said.upTo.at}.${said.upTo.id}`
      backTo = said.upTo.at
    }
  }
  if (why.size === 0) return { found: [], next, backTo, at }
  const view = await rowViews(desk)
  const rows = new Map((await rowsById(db, [...why.keys()])).map((row) => [row.id, view(row)]))
  const found = [...why].flatMap(([id, by]) => {
    const row = rows.get(id)
    return row === undefined ? [] : [{ row, by }]
  })
  return { found, next, backTo, at }
}

/** The ticket of the number that was searched for, if it stands in the list. */
async function byNumber(desk: Desk, db: Db, me: string, of: ListScope, search: string): Promise<string[]> {
  const number = numberIn(search)
  const row = number === null ? undefined : await rowByNumber(db, number)
  return row !== undefined && inList((await rowViews(desk))(row), of, me) ? [row.id] : []
}

/** The name or address that holds the words, with them marked. */
function nameParts(names: readonly string[], words: readonly string[]) {
  const best = names.find((name) => spansOf(name, words).length > 0) ?? names[0] ?? ''
  return snippetOf(best, words)
}

type Cursor =
  | { stage: 'start' }
  | { stage: 'people'; after: Position }
  | { stage: 'words'; after: Position; common: Common }

/** What is common does not change from page to page, and costs to find out. */
const stageOf = ({ messages, notes }: Common) => `words${messages ? 'm' : ''}${notes ? 'n' : ''}`

function readCursor(cursor: string | null): Cursor | null {
  if (cursor === null) return { stage: 'start' }
  const [, stage, at, id] =
    /^(people|wordsm?n?)\.(\d{1,15})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor) ?? []
  if (stage === undefined || at === undefined || id === undefined) return null
  const after = { at: Number(at), id }
  if (stage === 'people') return { stage, after }
  return { stage: 'words', after, common: { messages: stage.includes('m'), notes: stage.endsWith('n') } }
}
