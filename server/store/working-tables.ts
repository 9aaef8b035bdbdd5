import type { ColumnType, Generated } from 'kysely'
import type { DraftKind } from '../protocol/draft-kinds.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import type { TextTables } from './text-tables.ts'

type At = number
type AtOrNever = number | null

/** The moments at which the desk looks again: at a customer (`presence`), at a ticket (all others). */
export type TimerKind = 'snooze' | 'presence' | 'follow_up' | 'nudge' | 'auto_close' | 'satisfaction'

/** The kinds of entry in a ticket's log. */
export type EntryType =
  | 'message'
  | 'status'
  | 'seen'
  | 'assigned'
  | 'blocked'
  | 'delivery'
  | 'keyword'
  | 'clicked'
  | 'file'
  | 'note'
  | 'tags'
  | 'priority'
  | 'spam'
  | 'satisfaction'
  | 'moved'

/** What agents work tickets with: teams, tags, turns, drafts, macros, and what is done to many at once. */
export type WorkingTables = TextTables & {
  notes: { id: string; ticket_id: string; member_id: string; text: string; at: At }
  mentions: { note_id: string; member_id: string; ticket_id: string; at: At; seen_at: At | null }
  timers: { kind: TimerKind; subject_id: string; due_at: At }
  teams: { id: string; name: string; created_at: At }
  team_members: { team_id: string; member_id: string }
  /** D-4: one row each. */
  routing: { one: Generated<boolean>; version: number; body: ColumnType<unknown, string, string> }
  turns: { one: Generated<boolean>; last: number }
  served: { member_id: string; turn: number }
  tags: { id: string; name: string; created_at: At }
  ticket_tags: { ticket_id: string; tag_id: string }
  satisfaction: {
    ticket_id: string
    customer_id: string
    asked_at: At
    answered_at: ColumnType<AtOrNever, AtOrNever | undefined, AtOrNever>
    score: ColumnType<number | null, number | undefined, number>
    comment: Generated<string>
  }
  bulks: {
    id: string
    member_id: string
    action: ColumnType<unknown, string, string>
    state: 'counted' | 'running' | 'done' | 'undoing' | 'undone'
    created_at: At
  }
  bulk_tickets: {
    bulk_id: string
    ticket_id: string
    state: Generated<'waiting' | 'changed' | 'already' | 'skipped'>
    code: ErrorCode | null
    was: ColumnType<unknown, string | null, string | null>
    made: ColumnType<unknown, string | null, string | null>
    undo: 'undone' | 'already' | 'kept' | null
    undo_code: ErrorCode | null
  }
  drafts: {
    member_id: string
    ticket_id: string
    kind: DraftKind
    text: string
    knew: number
    actions: ColumnType<unknown, string, string>
    at: At
  }
  macros: {
    id: string
    owner_id: string | null
    category: string
    name: string
    text: string
    actions: ColumnType<unknown, string, string>
    version: number
    created_at: At
    changed_at: At
  }
}
