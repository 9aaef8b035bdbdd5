import { type ReadonlySignal, signal } from '@preact/signals'
import type { ErrorCode } from '../../protocol/errors.ts'
import type { TicketRow } from '../../protocol/ticket.ts'
import { limits } from '../../protocol/limits.ts'
import type { DeskLink } from '../desk-link.ts'
import { placeRow, type ShownList } from './place-row.ts'

export type ListState = { kind: 'loading' } | { kind: 'ready' } | { kind: 'failed'; code: ErrorCode }

export type ListModel = {
  rows: ReadonlySignal<readonly TicketRow[]>
  state: ReadonlySignal<ListState>
  /** Are there rows the server has and the page has not? */
  more: ReadonlySignal<boolean>
  /** Shows another list, or the same one under other filters. */
  show(list: ShownList): void
  /** The row that stays although a filter on unread no longer holds it. */
  keep(ticket: string | null): void
  /** Reads what was on the screen again, as much of it as was loaded: after a reconnect the list is a fresh one. */
  refresh(): Promise<void>
  /** The next page, for a list that was scrolled near its end. */
  readOn(): Promise<void>
  change(row: TicketRow): void
  presence(customer: string, online: boolean): void
}

/** One list of tickets that stays live: pages by keyset, changes placed as they come. */
export function createListModel(link: DeskLink): ListModel {
  const rows = signal<readonly TicketRow[]>([])
  const state = signal<ListState>({ kind: 'loading' })
  const more = signal(false)
  let list: ShownList | null = null
  let next: string | null = null
  /** Counts reads: an answer to an older question is thrown away. */
  let turn = 0
  let reading = false
  /** Changes that came while a page was under way: they may be younger than the page. */
  let meanwhile: TicketRow[] = []

  const place = (row: TicketRow) => {
    if (list) rows.value = placeRow(rows.peek(), row, list, next === null)
  }

  async function page(after: string | null, limit?: number) {
    if (!list) return null
    const { me: _me, keep: _keep, ...ask } = list
    return await link.ask('list.read', { ...ask, after, ...(limit ? { limit } : {}) })
  }

  /** From the top until as many rows are there as `atLeast`. */
  async function read(atLeast: number) {
    const mine = ++turn
    reading = true
    meanwhile = []
    const found: TicketRow[] = []
    let after: string | null = null
    do {
      const answer: Awaited<ReturnType<typeof page>> = await page(
        after,
        atLeast > limits.listPage ? limits.listPageMost : undefined,
      )
      if (mine !== turn || answer === null) return
      if (!answer.ok) {
        reading = false
        // Before the first connection there is nothing to complain about: connecting reads again.
        if (link.state.peek() === 'connecting') return
        // Rows that are on the screen stay readable; only an empty screen says that it failed.
        if (rows.peek().length === 0) state.value = { kind: 'failed', code: answer.code }
        return
      }
      found.push(...answer.rows)
      after = answer.next
    } while (after !== null && found.length < atLeast)
    reading = false
    next = after
    const kept = rows.peek().find((row) => row.id === list?.keep)
    rows.value = found
    more.value = next !== null
    state.value = { kind: 'ready' }
    if (list?.read === 'unread' && kept && !found.some((row) => row.id === kept.id)) place({ ...kept, unread: false })
    for (const row of meanwhile) place(row)
    meanwhile = []
  }

  return {
    rows,
    state,
    more,
    show(wanted) {
      list = wanted
      next = null
      rows.value = []
      more.value = false
      state.value = { kind: 'loading' }
      void read(1)
    },
    keep(ticket) {
      if (!list || list.keep === ticket) return
      const left = rows.peek().find((row) => row.id === list?.keep)
      list = { ...list, keep: ticket }
      if (left) place(left)
    },
    refresh: () => read(Math.max(1, rows.peek().length)),
    async readOn() {
      if (reading || next === null) return
      const mine = turn
      reading = true
      const answer = await page(next)
      if (mine !== turn) return
      reading = false
      if (!answer?.ok) return
      next = answer.next
      const known = new Set(answer.rows.map((row) => row.id))
      rows.value = [...rows.peek().filter((row) => !known.has(row.id)), ...answer.rows]
      more.value = next !== null
      for (const row of meanwhile) place(row)
      meanwhile = []
    },
    change(row) {
      if (reading) meanwhile.push(row)
      place(row)
      if (rows.peek().length < 10 && next !== null) void this.readOn()
    },
    presence(customer, online) {
      const touched = rows.peek().some((row) => row.customer.id === customer && row.customer.online !== online)
      if (!touched) return
      rows.value = rows
        .peek()
        .map((row) => (row.customer.id === customer ? { ...row, customer: { ...row.customer, online } } : row))
    },
  }
}
