import type { ChannelName } from '../../../server/protocol/channel.ts'
import { type Consent, consentMerged } from '../../../server/tickets/consent.ts'
import { keywordEffect, keywordOf, noOwnWords } from '../../../server/tickets/keywords.ts'
import { type Merging, mergeTickets } from '../../../server/tickets/merge.ts'
import { type Follows, type Landing, receive } from '../../../server/tickets/receive.ts'
import { mayReplyBy, replied } from '../../../server/tickets/reply.ts'
import { markSpam, notSpam } from '../../../server/tickets/spam.ts'
import { close, end, markRead, markUnread, reopen, snooze, snoozeEnded, wake } from '../../../server/tickets/status.ts'
import { threadKey } from '../../../server/tickets/thread-key.ts'
import type { Change, Refusal } from '../../../server/tickets/ticket.ts'
import { automatic, aTicket } from './a-ticket.ts'

export type Kept = Merging & { person: string; key: string; merged: boolean }

type Person = { id: string; blocked: boolean; consent: Consent; wroteAt: Map<string, number> }

/** What the desk remembers of a mail thread: whose it is, and which ticket owns it. */
type MailThread = { id: string; person: string; owner: string | null }

const arrivals = ['message', 'mail', 'stranger', 'spam', 'keyword'] as const
const byPerson = ['block', 'unblock', 'merge'] as const
const byHand = [
  'close',
  'end',
  'reopen',
  'snooze',
  'wake',
  'due',
  'read',
  'unread',
  'mark_spam',
  'not_spam',
  'reply',
  'mail_reply',
] as const
/** Messages come more often than anything else, and answers by mail often enough to matter. */
const often = [...arrivals, ...arrivals, 'message', 'mail', 'mail_reply', 'mail_reply', 'close'] as const
export const acts = [...often, ...byPerson, ...byHand]
export type Step = {
  act: (typeof acts)[number]
  person: number
  channel: ChannelName
  /** Picks one of what is there, a ticket, a thread, beginning with the newest. */
  pick: number
  watched: boolean
}

/** Three people and all their tickets, carried through a history by the rules alone, as the desk would. */
export class Desk {
  tickets: Kept[] = []
  threads: MailThread[] = []
  people: Person[] = ['ada', 'bo', 'cy'].map((id) => ({ id, blocked: false, consent: 'never', wroteAt: new Map() }))
  /** For each mail thread, the tickets that its mails went into, one after the other (strangers' apart). */
  wentTo = new Map<string, string[]>()
  now = 0

  step(step: Step): void {
    this.now += 60_000
    const person = this.people[step.person % this.people.length]
    if (!person) throw new Error('Nobody is left.')
    const { act } = step
    if (act === 'message' || act === 'spam') this.#message(person, step, act === 'spam')
    else if (act === 'mail' || act === 'stranger') this.#mail(person, step, act === 'stranger')
    else if (act === 'keyword') this.#keyword(person, step)
    else if (act === 'block') this.#block(person)
    else if (act === 'unblock') person.blocked = false
    else if (act === 'merge') this.#merge(person, step)
    else this.#byHand(step)
  }

  ticket(id: string): Kept | undefined {
    return this.tickets.find((one) => one.id === id)
  }

  #message(person: Person, step: Step, spam: boolean): void {
    const { channel } = step
    if (channel === 'email') return this.#mail(person, step, false, spam)
    const key = threadKey(channel, { customerId: person.id, address: `${channel} of ${person.id}`, thread: null }) ?? ''
    const own = this.tickets.filter((one) => one.channel === channel && !one.merged)
    this.#arrive(
      person,
      step,
      own.filter((one) => one.key === key),
      key,
      { spam },
    )
  }

  #mail(person: Person, step: Step, stranger: boolean, spam = false): void {
    const theirs = this.threads.filter((one) => stranger || one.person === person.id)
    let thread = theirs.toReversed()[step.pick]
    if (!thread) {
      thread = { id: `m${this.threads.length}`, person: person.id, owner: null }
      this.threads.push(thread)
    }
    const takesPart = thread.person === person.id
    const found = this.tickets.filter((one) => one.id === thread.owner)
    const at = this.#arrive(person, { ...step, channel: 'email' }, found, thread.id, { spam, stranger: !takesPart })
    if (at.follows?.why === 'stranger') {
      this.threads.push({ id: `m${this.threads.length}`, person: person.id, owner: at.ticket })
    } else if (!person.blocked) {
      thread.owner = at.ticket
      this.wentTo.set(thread.id, [...(this.wentTo.get(thread.id) ?? []), at.ticket])
    }
  }

  #arrive(
    person: Person,
    { channel, watched }: Step,
    found: Kept[],
    key: string,
    given: { spam: boolean; stranger?: boolean },
  ): { ticket: string; follows: Follows | null } {
    const isClosed = (one: Kept) => one.status === 'closed'
    const ofChannel = this.tickets.filter((one) => one.channel === channel && one.person === person.id && !one.merged)
    const live = found.find((one) => !isClosed(one)) ?? null
    const closed = (person.blocked ? ofChannel : found).findLast(isClosed) ?? null
    const { blocked } = person
    const facts = { channel, text: 'Hi', blocked, live, closed, watched, now: this.now, automatic: automatic() }
    const landing = receive({ ...facts, ...given })
    if (!blocked) person.wroteAt.set(channel, this.now)
    const ticket = this.#land(landing, person, channel, key, live, closed)
    return { ticket, follows: 'follows' in landing ? landing.follows : null }
  }

  #land(
    landing: Landing,
    person: Person,
    channel: ChannelName,
    key: string,
    live: Kept | null,
    closed: Kept | null,
  ): string {
    const goesTo = landing.ticket === 'spam' ? { live, closed, new: null }[landing.to] : null
    const into = { join: live, reopen: closed, new: null, spam: goesTo, append: closed ?? live, born_closed: null }
    const found = into[landing.ticket]
    const set = 'set' in landing ? landing.set : { status: 'closed' as const, unread: false }
    if (found) {
      if (landing.ticket !== 'append') Object.assign(found, set)
      return found.id
    }
    const id = `t${this.tickets.length}`
    const ticket = { ...aTicket({ id, channel, ...set }), createdAt: this.now, person: person.id, key, merged: false }
    this.tickets.push(ticket)
    return id
  }

  #keyword(person: Person, { channel, pick }: Step): void {
    const text = ['STOP', 'join', 'Help', 'yes'][pick % 4] ?? ''
    const keyword = keywordOf(channel, text, noOwnWords, person.consent)
    if (keyword === null) return
    const facts = { consent: person.consent, blocked: person.blocked, providerAnswers: false, liveTicket: null }
    person.consent = keywordEffect(keyword, facts).consent
  }

  #block(person: Person): void {
    person.blocked = true
    for (const ticket of this.tickets) if (ticket.person === person.id) Object.assign(ticket, close(ticket))
  }

  /** Another person turns out to be this one. */
  #merge(person: Person, { pick }: Step): void {
    const others = this.people.filter((one) => one !== person)
    const other = others[pick % Math.max(1, others.length)]
    if (!other) return
    this.people = this.people.filter((one) => one !== other)
    for (const one of [...this.tickets, ...this.threads]) if (one.person === other.id) one.person = person.id
    for (const ticket of this.tickets) if (ticket.key === other.id) ticket.key = person.id
    person.consent = consentMerged(person.consent, other.consent)
    for (const merge of mergeTickets(this.tickets.filter((one) => one.person === person.id && !one.merged))) {
      Object.assign(this.ticket(merge.keep) ?? {}, merge.set)
      for (const { ticket, set } of merge.linked) Object.assign(this.ticket(ticket) ?? {}, set, { merged: true })
    }
    if (person.blocked || other.blocked) this.#block(person)
  }

  #byHand({ act, pick }: Step): void {
    const at = this.tickets.filter((one) => !one.merged)
    const ticket = at.at(-1 - (pick % Math.max(1, at.length)))
    const person = this.people.find((one) => one.id === ticket?.person)
    if (!ticket || !person) return
    const anotherLive = at.some(
      (one) => one !== ticket && one.channel === ticket.channel && one.key === ticket.key && one.status !== 'closed',
    )
    const apply = (change: Change | Refusal | null): void => {
      if (change && !('refused' in change)) Object.assign(ticket, change)
    }
    const answer = (channel: ChannelName): void => {
      const { blocked, consent } = person
      const lastActionAt = person.wroteAt.get(channel) ?? null
      const leave = mayReplyBy(
        channel,
        ticket,
        { blocked, consent, lastActionAt, hasEmail: true, anotherLive },
        this.now,
      )
      if ('refused' in leave) return
      apply(replied(ticket))
      const owned = this.threads.some((one) => one.owner === ticket.id)
      if (channel === 'email' && !owned) {
        this.threads.push({ id: `m${this.threads.length}`, person: person.id, owner: ticket.id })
      }
    }
    if (act === 'close') apply(close(ticket))
    else if (act === 'end') apply(ticket.channel === 'web_chat' ? end(ticket) : null)
    else if (act === 'reopen') apply(reopen(ticket, anotherLive))
    else if (act === 'snooze') apply(snooze(ticket, this.now + 1 + pick * 60_000, this.now))
    else if (act === 'wake') apply(wake(ticket))
    else if (act === 'due') apply(snoozeEnded(ticket, this.now))
    else if (act === 'read') apply(markRead(ticket))
    else if (act === 'unread') apply(markUnread(ticket))
    else if (act === 'mark_spam') apply(markSpam(ticket))
    else if (act === 'not_spam') apply(notSpam(ticket, anotherLive))
    else if (act === 'reply') answer(ticket.channel)
    else if (act === 'mail_reply') answer('email')
  }
}
