import { z } from 'zod'
import { accent } from './accent.ts'
import { personName } from './api.ts'
import { arrived, toldTicket } from './arrived.ts'
import { attended } from './attendance.ts'
import { channelNames } from './channel.ts'
import { colleague } from './colleague.ts'
import { composerRules } from './composer-rules.ts'
import { ticketDetails } from './details.ts'
import { draft } from './draft.ts'
import { limits } from './limits.ts'
import { listAsks, listTells } from './list-events.ts'
import { macro } from './macro.ts'
import { marketingEntry } from './marketing.ts'
import { preferences, preferencesChange } from './preferences.ts'
import { threadEvent } from './thread.ts'
import { agentCard, counts, customerCard, named, ticketRow } from './ticket.ts'
import { roles } from './role.ts'
import type { Down, Up } from './typed-events.ts'
import { writings } from './writings.ts'
import { action, team } from './working.ts'
import { workingAsks, workingTells } from './working-events.ts'

/** Ids are compared as text, so there is one way to write them. */
const id = z.uuid().toLowerCase()
const ticket = id
const n = z.int().min(0).max(limits.count)
const moment = z.int().min(0).max(limits.moment)
const nothing = z.object({})

/** What an agent's page may ask. */
export const fromAgent = {
  'desk.open': {
    ask: z.object({}),
    answer: z.object({
      me: agentCard.extend({ email: z.string(), role: z.enum(roles) }),
      agents: z.array(colleague),
      /** who is at which ticket. */
      attended: z.array(attended),
      /** What I have chosen for myself. */
      preferences,
      counts,
      /** D-5, D-4: by name. */
      tags: z.array(named),
      teams: z.array(team),
      shopName: z.string(),
      /** The merchant's colour, corrected for both themes. */
      accent,
      /** How long texts may be and when nights are, channel by channel. */
      composer: composerRules,
      /** Tickets in which I have something unsent. */
      drafts: z.array(z.uuid()),
      /** Snoozing offers moments in the agent's zone (S-1); the page says which zone that is. */
      now: z.int(),
    }),
  },
  ...listAsks,
  /** First load (`after: 0`, the last page) and resume of one thread; the server sends its events from now on. */
  'ticket.open': {
    ask: z.object({ ticket, after: n }),
    answer: z.object({
      row: ticketRow,
      customer: customerCard,
      events: z.array(threadEvent),
      earlier: z.boolean(),
      more: z.boolean(),
    }),
  },
  /** D-1: what stands beside the thread. */
  'ticket.details': { ask: z.object({ ticket }), answer: ticketDetails },
  'ticket.older': {
    ask: z.object({ ticket, before: n.min(2) }),
    answer: z.object({ events: z.array(threadEvent), earlier: z.boolean() }),
  },
  /** Which ticket has that number. */
  'ticket.numbered': { ask: z.object({ number: n.min(1) }), answer: z.object({ ticket: id }) },
  /** S-3: which ticket this page shows, and whether its window is visible. */
  viewing: { ask: z.object({ ticket: ticket.nullable(), visible: z.boolean() }) },
  /** an answer is told to the customer too, a note to the team only. */
  typing: { ask: z.object({ ticket, on: z.boolean(), what: z.enum(writings).default('reply') }) },
  /** D-9: the asker's own choices, some of them; the others stay. */
  'preferences.change': { ask: preferencesChange, answer: nothing },
  /** The asker's own name, as colleagues and customers read it. */
  'me.rename': { ask: z.object({ name: personName }), answer: nothing },
  /** D-4: the asker's own switch. */
  'away.set': { ask: z.object({ away: z.boolean() }), answer: nothing },
  /**
   * The same id again gets the first answer again. `knew`: the last entry its writer had seen when they began
   * left out, it goes whatever came since. `written`: when its draft was, which is done then.
   */
  'reply.send': {
    ask: z.object({
      ticket,
      id,
      text: z.string().max(60_000),
      channel: z.enum(channelNames).optional(),
      knew: n.optional(),
      written: moment.optional(),
      /** what is done to the ticket once it is sent. */
      actions: z.array(action).max(limits.macroActions).optional(),
      /** W-12: “still working on it”: the customer goes on waiting, and the clock begins anew. */
      still: z.boolean().optional(),
    }),
    answer: z.object({ n: z.int().min(1), at: z.int() }),
  },
  /** for the team only, whatever the state of the ticket. The same id again gets the first answer again. */
  'note.write': {
    ask: z.object({
      ticket,
      id,
      text: z.string().max(60_000),
      /** The colleagues that the text names. */
      mentions: z.array(id).max(50),
      written: moment.optional(),
    }),
    answer: z.object({ n: z.int().min(1), at: z.int() }),
  },
  /** the macros I may use. */
  'macro.list': { ask: z.object({}), answer: z.object({ macros: z.array(macro) }) },
  /** Over the version it was read at (0: it is new). Shared ones need a manager (D-7). */
  'macro.save': { ask: macro, answer: z.object({ version: z.int() }) },
  'macro.remove': { ask: z.object({ macro: id }), answer: nothing },
  /** Keeps what I am writing, for all my devices; an older one changes nothing. */
  'draft.save': { ask: draft, answer: nothing },
  /** What I was writing in a ticket. */
  'draft.read': { ask: z.object({ ticket }), answer: z.object({ drafts: z.array(draft) }) },
  /** has a message that failed tried again. */
  'delivery.retry': { ask: z.object({ message: id }), answer: nothing },
  /** D-2: the campaign and flow messages of its customer on its channel, from a moment on. */
  'ticket.marketing': {
    ask: z.object({ ticket, from: z.int().min(0).max(limits.moment) }),
    answer: z.object({ messages: z.array(marketingEntry) }),
  },
  ...workingAsks,
  /** S-3: shown up to entry `n`. */
  'ticket.read': { ask: z.object({ ticket, n: n.min(1) }), answer: nothing },
  /** S-9 */
  'customer.block': { ask: z.object({ customer: id }), answer: nothing },
  'customer.unblock': { ask: z.object({ customer: id }), answer: nothing },
} as const

/** What an agent's page is told. */
export const toAgent = {
  ...listTells,
  'thread.event': z.object({ ticket, event: threadEvent }),
  'thread.tail': z.object({ ticket, last: n }),
  'ticket.changed': z.object({ row: ticketRow }),
  /** S-1, T-7: a snooze is over; told to the assignee, else to everybody. */
  'snooze.over': toldTicket.extend({ by: z.enum(['timer', 'message']) }),
  /** W-12: its customer has waited as long as a mark says; told once a mark, to the assignee, else to everybody. */
  'ticket.waits': toldTicket.extend({ mark: z.enum(['marked', 'loud']) }),
  'counts.changed': z.object({ counts }),
  'customer.presence': z.object({ customer: z.uuid(), online: z.boolean() }),
  /** The customer; what colleagues write is part of who is at a ticket. */
  typing: z.object({ ticket, id: z.uuid(), name: z.string(), on: z.boolean() }),
  /** D-9: a customer has written; each page knows whether its agent wants to hear of it. */
  'message.arrived': arrived,
  /** I chose something for myself, on this page or another. */
  'preferences.changed': preferences,
  /** who is at a ticket now. */
  'ticket.attended': attended,
  /** D-4: members as they are now, and those who are none any more. */
  'agents.changed': z.object({ agents: z.array(colleague), gone: z.array(z.uuid()) }),
  /** D-2, M-4: ask for the thread's marketing messages again. */
  'marketing.changed': z.object({ ticket }),
  /** a note calls me; `text` is its beginning. */
  mentioned: z.object({ ticket, number: z.int(), by: agentCard, text: z.string() }),
  /** ask for the macros again where they are known. */
  'macros.changed': z.object({}),
  /** I wrote on another device or tab, or what I wrote was sent; told to my own pages only. */
  'draft.changed': draft,
  ...workingTells,
  /** Somebody saved the settings: load them again where they are shown. */
  'settings.changed': z.object({ version: z.int() }),
} as const

export type FromAgent = Up<typeof fromAgent>
export type ToAgent = Down<typeof toAgent>
