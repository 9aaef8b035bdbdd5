import { type PhoneChannel, phoneChannels } from './brand.ts'
import type { Entry, Memory } from './memory.ts'
import { type Person, personOf } from './people.ts'
import type { Reporter } from './parts.ts'
import type { Reports } from './reports.ts'
import type { Panel } from './switches.ts'

/**
 * The way of the brand's messages over a carrier to a phone: taken, sent, delivered when the phone is on, read when
 * the thread is opened. What the phone shows is true at once; the desk hears of it as the switches say.
 */
export const createProgress = (
  { memory, panel, reports }: { memory: Memory; panel: Panel; reports: Reports },
  reporters: () => Record<PhoneChannel, Reporter>,
) => {
  const move = (
    person: Person,
    entries: readonly Entry[],
    state: Entry['state'],
    failure: { code: number; message: string } | null = null,
  ): void => {
    const [first] = entries
    if (first === undefined) return
    for (const entry of entries) entry.state = state
    reports.add(...reporters()[first.channel](person, entries, state, failure))
    memory.changed()
  }
  const deliver = (person: Person, channel: PhoneChannel): void =>
    move(
      person,
      memory.thread(person, channel).filter(({ from, state }) => from === 'brand' && state === 'sent'),
      'delivered',
    )
  return {
    /** The carrier has taken a message of the brand, and may already know that it will not arrive. */
    taken(entry: Entry, failure: { code: number; message: string } | null): void {
      const person = personOf(entry.person)
      move(person, [entry], 'sent')
      if (failure !== null) {
        entry.error = String(failure.code)
        move(person, [entry], 'failed', failure)
      } else if (!panel.isOffline(person.id)) deliver(person, entry.channel)
    },
    /** The phone is on again: what waited arrives. */
    online(person: Person): void {
      panel.setOffline(person.id, false)
      for (const channel of phoneChannels) deliver(person, channel)
    },
    /** Somebody looks at the thread. SMS knows no reading. */
    open(person: Person, channel: PhoneChannel): void {
      if (panel.isOffline(person.id)) return
      const unread = memory
        .thread(person, channel)
        .filter(({ from, state }) => from === 'brand' && state === 'delivered')
      if (unread.length === 0) return
      if (channel !== 'sms' && panel.now.reading === 'reported') move(person, unread, 'read')
      else {
        for (const entry of unread) entry.state = 'read'
        memory.changed()
      }
    },
  }
}
