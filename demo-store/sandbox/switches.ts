import { z } from 'zod'
import { type Channel, channels } from './brand.ts'
import { type Failure, failureOf } from './failures.ts'

/** How the carriers behave. What a switch says in words stands beside it in pages/panel.ts. */
export const switchShape = z.object({
  /** Takes messages and never answers: the answer is lost on its way. */
  answers: z.enum(['given', 'lost']),
  /** When states are reported to the desk. `held`: not before somebody lets them go. */
  reports: z.enum(['at once', 'slow', 'held']),
  /** Those waiting together leave in this order. */
  order: z.enum(['as it was', 'backwards']),
  /** How often each report is sent. */
  copies: z.enum(['once', 'twice']),
  /** A thread that is opened on the phone counts as read there, and its messages as read at the carrier. */
  reading: z.enum(['reported', 'kept secret']),
  /** Who acts on STOP and START by SMS: nobody, the carrier silently to us, or the carrier and it says so. */
  stop: z.enum(['left to us', 'by the carrier', 'by the carrier, told']),
  /** Whether Meta tells us our own messages again. */
  echoes: z.enum(['sent', 'not sent']),
})

export type Switches = z.infer<typeof switchShape>

const first: Switches = {
  answers: 'given',
  reports: 'at once',
  order: 'as it was',
  copies: 'once',
  reading: 'reported',
  stop: 'left to us',
  echoes: 'sent',
}

export type Panel = ReturnType<typeof createPanel>

/** The switches of one sandbox, what is to happen to each channel's next message, and whose phone is off. */
export const createPanel = (changed: () => void) => {
  let now = first
  const next = new Map<Channel, string>()
  const offline = new Set<string>()
  const stopped = new Set<string>()
  return {
    get now(): Readonly<Switches> {
      return now
    },
    set(some: Partial<Switches>): void {
      now = { ...now, ...some }
      changed()
    },
    reset(): void {
      now = first
      next.clear()
      offline.clear()
      changed()
    },
    /** What the next message of a channel will meet, by its code in failures.ts; null: nothing. */
    failNext(channel: Channel, code: string | null): void {
      if (code !== null && failureOf(channel, code) === null)
        throw new Error(`no failure of ${channel} is called ${code}`)
      if (code === null) next.delete(channel)
      else next.set(channel, code)
      changed()
    },
    nextOf: (channel: Channel): string | null => next.get(channel) ?? null,
    /** Takes the failure that was set for a channel: it happens once. */
    takeFailure(channel: Channel): Failure | null {
      const code = next.get(channel)
      if (code === undefined) return null
      next.delete(channel)
      changed()
      return failureOf(channel, code)
    },
    isOffline: (person: string): boolean => offline.has(person),
    setOffline(person: string, isOffline: boolean): void {
      if (isOffline) offline.add(person)
      else offline.delete(person)
      changed()
    },
    /** Numbers that the carrier lets nobody write to any more. */
    stopped,
    /** Something is set that a person may have forgotten. */
    get isSet(): boolean {
      return channels.some((one) => next.has(one)) || offline.size > 0 || JSON.stringify(now) !== JSON.stringify(first)
    },
  }
}
