import type { TicketRow } from '../../protocol/ticket.ts'
import type { DeskScreen } from '../desk-screen.ts'
import type { Page } from '../page.ts'
import type { IconName } from '../parts/icon.tsx'
import type { Words } from '../words/en.ts'

/** Parts of the palette, in the order they stand in it. */
export const groups = ['ticket', 'go', 'page'] as const
export type Group = (typeof groups)[number]

/** Something an agent can do from the palette. */
export type Command = {
  /** Unlike every other; `from` its source, such as `assign.<member>`. */
  id: string
  group: Group
  title: string
  /** Other words it is found by. */
  also?: string
  icon: IconName
  /** Stands after all the others, whatever was typed. */
  last?: true
  /** The single key that does the same. */
  key?: string
  run(): void
}

/** What a source knows: `row` is the ticket that is meant (null: none), `query` what was typed. */
export type At = { page: Page; screen: DeskScreen; words: Words; row: TicketRow | null; query: string }

/**
 * Commands of one topic as they stand now; read while the palette is drawn, so signals may be read by `.value`.
 * A new topic is a file with one of these, and one line in sources.ts.
 */
export type Source = (at: At) => readonly Command[]
