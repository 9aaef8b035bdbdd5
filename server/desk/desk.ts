import type { MailTokens } from '../channels/mail.ts'
import type { Clock } from '../clock.ts'
import type { Providers } from '../config.ts'
import type { Log } from '../log.ts'
import type { Arrived, ToldTicket } from '../protocol/arrived.ts'
import type { BulkProgress } from '../protocol/bulk.ts'
import type { Draft } from '../protocol/draft.ts'
import type { Secrets } from '../secrets.ts'
import type { Db } from '../store/connect.ts'
import type { Entry } from '../store/threads.ts'
import type { Mark } from '../tickets/waiting.ts'
import type { SettingsCache } from './current-settings.ts'
import { metAnother } from './trouble.ts'

/** What every use case works with. `clock` is business time, `realClock` is for sessions and links. */
export type Desk = {
  db: Db
  clock: Clock
  realClock: Clock
  secrets: Secrets
  log: Log
  settings: SettingsCache
  processId: string
  providers: Providers
  /** Where providers reach us, without a slash at the end: their signatures are over this very address. */
  hooksUrl(): string
  /** Where people reach the desk's pages, without a slash at the end. */
  pageUrl(): string
  /** Tells the connected pages what happened: after the commit by `work`, at once where nothing is written (typing). */
  publish(changes: Change[]): void
  /** Our marks on mails. */
  mail: MailTokens
  /** Has the errands look now instead of at their next round. */
  hurry(): void
}

/** What a use case did, told to the doors after the commit. */
export type Change =
  | { kind: 'entry'; customerId: string; entry: Entry }
  | { kind: 'ticket'; ticketId: string }
  | { kind: 'snooze_over'; ticket: ToldTicket; by: 'timer' | 'message' }
  /** W-12: a customer waits as long as a mark says. */
  | { kind: 'waits_long'; ticket: ToldTicket; mark: Mark }
  /** W-11: a shopper came or went. */
  | { kind: 'presence'; customerId: string }
  /** W-13, R-14: somebody is typing to the other side. */
  | { kind: 'customer_types'; ticketId: string; customerId: string; name: string; on: boolean }
  | { kind: 'agent_types'; ticketId: string; customerId: string; name: string; on: boolean }
  /** a shopper has left an address, told to their own pages. */
  | { kind: 'address_left'; customerId: string }
  /** Pages that were connected as `customerId` belong to another record now, and come again. */
  | { kind: 'customer_moved'; customerId: string }
  | { kind: 'settings' }
  | { kind: 'signed_out'; memberId: string }
  /** A customer has written, and somebody is to hear of it at once (D-9). */
  | { kind: 'message_arrived'; message: Arrived }
  /** A member chose something for themselves. */
  | { kind: 'preferences'; memberId: string }
  /** who is at a ticket has changed. */
  | { kind: 'attendance'; ticketId: string }
  /** A member came, went, is away or back, has another name, or is no member any more (D-4). */
  | { kind: 'agent'; memberId: string }
  /** Many tickets are to be changed at once, how far that is, and that more have changed than are told one by one. */
  | { kind: 'bulk_waits' }
  | { kind: 'bulk'; memberId: string; progress: BulkProgress }
  | { kind: 'many_tickets' }
  /** What the team knows of a customer has changed. */
  | { kind: 'customer'; customerId: string }
  /** What tags or teams there are has changed. */
  | { kind: 'tags' }
  | { kind: 'teams' }
  /** A saved view has changed; null: everybody sees it. */
  | { kind: 'views'; memberId: string | null }
  /** What marketing messages stand in a thread, or what they are credited with, has changed. */
  | { kind: 'marketing'; ticketId: string }
  /** a note calls a member; `text` is its beginning. */
  | { kind: 'mentioned'; memberId: string; ticketId: string; number: number; by: Actor; text: string }
  | { kind: 'mentions_seen'; memberId: string }
  /** macros of a member, or shared ones (null), have changed. */
  | { kind: 'macros'; memberId: string | null }
  /** What a member writes has changed, told to their own pages only. */
  | { kind: 'draft'; memberId: string; draft: Draft }
  /** A message waits to leave the house. */
  | { kind: 'delivery_queued' }
  /** A file waits to be fetched. */
  | { kind: 'file_waits' }
  /** Somebody is shown by an id. */
  | { kind: 'name_wanted' }

/** One transaction at one moment. */
export type Work = {
  desk: Desk
  tx: Db
  now: number
  tell(change: Change): void
}

const tries = 5

/**
 * Runs a use case: one transaction, then its changes are published. A throw rolls back and tells nobody; a transaction
 * that PostgreSQL ended because another waited for it runs again from the start.
 */
export async function work<T>(desk: Desk, run: (w: Work) => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    const changes: Change[] = []
    try {
      const result = await desk.db
        .transaction()
        .execute((tx) => run({ desk, tx, now: desk.clock.now(), tell: (change) => void changes.push(change) }))
      if (changes.length > 0) desk.publish(changes)
      return result
    } catch (error) {
      if (tried === tries || !metAnother(error)) throw error
    }
  }
}

/** The member at whose hand something happens. */
export type Actor = { id: string; name: string }
