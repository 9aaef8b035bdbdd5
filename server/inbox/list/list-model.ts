import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { ErrorCode } from '../../protocol/errors.ts'
import type { FoundBy } from '../../protocol/found.ts'
import { limits } from '../../protocol/limits.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import type { DeskLink } from '../desk-link.ts'
import { askPage, type ListPage } from './pages.ts'
import { belongs, placeRow, type ShownList } from './place-row.ts'

export type ListState = { kind: 'loading' } | { kind: 'ready' } | { kind: 'failed'; code: ErrorCode }

export type ListModel = {
  rows: ReadonlySignal<readonly TicketRow[]>
  state: ReadonlySignal<ListState>
  /** Are there rows the server has and the page has not? */
  more: ReadonlySignal<boolean>
  /** Why a search found a ticket (S-6). */
  found: ReadonlySignal<ReadonlyMap<string, FoundBy>>
  /** A search that has not looked at everything yet: how far back it came. */
  backTo: ReadonlySignal<number | null>
  /** Something has happened since that a search may find, too. */
  newer: ReadonlySignal<boolean>
  /** Shows another list, or the same one under other filters. */
  show(list: ShownList): void
  /** The row that stays although a filter on unread no longer holds it. */
  keep(ticket: string | null): void
  /**
   * Reads the list again from the top to what is on the screen: after a reconnect it is a fresh one, and stands where it
   * stood. What was loaded below that is read when somebody scrolls there.
   */
  refresh(): Promise<void>
  /** How many rows there are down to the last one on the screen. */
  seenTo(rows: number): void
  /** The next page, for a list that was scrolled near its end. */
  readOn(): Promise<void>
  change(row: TicketRow): void
  presence(customer: string, online: boolean): void
}

/** A search that finds nothing looks further back by itself, so many times. */
const mostLooks = 8
/** A list that is this long is read on in larger steps. */
const long = 200
/** Whoever is further down than this begins at the top again: nobody waits for hundreds of pages. */
const deepest = 10_000

/** One list of tickets that stays live: pages by keyset, changes placed as they come. */
export function createListModel(link: DeskLink): ListModel {
  const rows = signal<readonly TicketRow[]>([])
  const state = signal<ListState>({ kind: 'loading' })
  const more = signal(false)
  const found = signal<ReadonlyMap<string, FoundBy>>(new Map())
  const backTo = signal<number | null>(null)
  const newer = signal(false)
  let list: ShownList | null = null
  let next: string | null = null
  /** When the search on the screen began to look. */
  let lookedAt = 0
  /** Counts reads: an answer to an older question is thrown away. */
  let turn = 0
  let reading = false
  let seen = 0
  /** What came while a page was under way: it may be younger than the page. */
  let meanwhile: (() => void)[] = []

  const place = (row: TicketRow) => {
    if (!list) return
    if (!list.search) {
      rows.value = placeRow(rows.peek(), row, list, next === null)
      return
    }
    // What a search found stays in its place. Whether it would find another one now, only the desk can say.
    const at = rows.peek().findIndex((one) => one.id === row.id)
    const stays = belongs(row, list)
    if (at >= 0) rows.value = stays ? rows.peek().with(at, row) : rows.peek().toSpliced(at, 1)
    newer.value ||= stays && row.lastMessageAt > lookedAt
  }
  const placeMeanwhile = () => {
    for (const again of meanwhile) again()
    meanwhile = []
  }

  const heard = (takeIn: () => void) => {
    if (reading) meanwhile.push(takeIn)
    takeIn()
  }

  /** Pages from `after` on until `enough` says so; null: another question was asked meanwhile. */
  async function pages(after: string | null, enough: (rows: TicketRow[], asked: number) => boolean, limit?: number) {
    const mine = turn
    const all: TicketRow[] = []
    const why = new Map<string, FoundBy>()
    for (let at = after, asked = 1; ; asked++) {
      if (!list) return null
      const page = await askPage(link, list, at, limit)
      if (mine !== turn) return null
      if (!page.ok) return page
      all.push(...page.rows.filter((row) => !why.has(row.id)))
      for (const [id, by] of page.found) if (!why.has(id)) why.set(id, by)
      at = page.next
      if (at === null || enough(all, asked)) return { ...page, rows: all, found: why } satisfies ListPage
    }
  }
  const notNothing = (some: TicketRow[], asked: number) => some.length > 0 || asked === mostLooks

  /** From the top until as many rows are there as `atLeast`. */
  async function read(atLeast: number) {
    turn++
    reading = true
    meanwhile = []
    const enough = (some: TicketRow[], asked: number) => some.length >= atLeast && notNothing(some, asked)
    const answer = await pages(
      null,
      atLeast > 1 ? enough : notNothing,
      atLeast > limits.listPage ? limits.listPageMost : undefined,
    )
    if (answer === null) return
    reading = false
    if (!answer.ok) {
      // Before the first connection there is nothing to complain about: connecting reads again.
      if (link.state.peek() === 'connecting') return
      // Rows that are on the screen stay readable; only an empty screen says that it failed.
      if (rows.peek().length === 0) state.value = { kind: 'failed', code: answer.code }
      return
    }
    batch(() => {
      next = answer.next
      lookedAt = answer.at
      const kept = rows.peek().find((row) => row.id === list?.keep)
      rows.value = answer.rows
      found.value = answer.found
      backTo.value = answer.next === null ? null : answer.backTo
      newer.value = false
      more.value = next !== null
      state.value = { kind: 'ready' }
      if (list?.read === 'unread' && kept && !answer.rows.some((row) => row.id === kept.id))
        place({ ...kept, unread: false })
      placeMeanwhile()
    })
  }

  return {
    rows,
    state,
    more,
    found,
    backTo,
    newer,
    show(wanted) {
      list = wanted
      seen = 0
      batch(() => {
        next = null
        rows.value = []
        found.value = new Map()
        backTo.value = null
        newer.value = false
        more.value = false
        state.value = { kind: 'loading' }
      })
      void read(1)
    },
    keep(ticket) {
      if (!list || list.keep === ticket) return
      const left = rows.peek().find((row) => row.id === list?.keep)
      list = { ...list, keep: ticket }
      if (left) place(left)
    },
    refresh: () => read(seen > deepest ? 1 : Math.max(1, Math.min(rows.peek().length, seen + limits.listPage))),
    seenTo(n) {
      seen = n
    },
    async readOn() {
      if (reading || next === null) return
      reading = true
      meanwhile = []
      const answer = await pages(next, notNothing, rows.peek().length < long ? undefined : limits.listPageMost)
      if (answer === null) return
      reading = false
      if (!answer.ok) return
      batch(() => {
        next = answer.next
        // Of a search the newest hit stands already; a list's row has moved to where the page has it.
        const [stay, come] = list?.search ? [answer.rows, rows.peek()] : [rows.peek(), answer.rows]
        const known = new Set(come.map((row) => row.id))
        const others = stay.filter((row) => !known.has(row.id))
        rows.value = list?.search ? [...rows.peek(), ...others] : [...others, ...answer.rows]
        found.value = new Map([...answer.found, ...found.peek()])
        backTo.value = answer.next === null ? null : answer.backTo
        more.value = next !== null
        placeMeanwhile()
      })
    },
    change(row) {
      heard(() => place(row))
      if (rows.peek().length < 10 && next !== null && !list?.search) void this.readOn()
    },
    presence(customer, online) {
      heard(() => {
        const touched = rows.peek().some((row) => row.customer.id === customer && row.customer.online !== online)
        if (!touched) return
        rows.value = rows
          .peek()
          .map((row) => (row.customer.id === customer ? { ...row, customer: { ...row.customer, online } } : row))
      })
    },
  }
}
