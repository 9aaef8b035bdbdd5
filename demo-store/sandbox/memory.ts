import type { PhoneChannel } from './brand.ts'
import type { Person } from './people.ts'

export type State = 'taken' | 'sent' | 'delivered' | 'read' | 'failed'

/** One bubble of a phone. */
export type Entry = {
  /** The provider's id of the message. */
  id: string
  channel: PhoneChannel
  person: string
  /** `carrier`: an automatic answer that never passed the desk. */
  from: 'person' | 'brand' | 'carrier'
  text: string
  /** Ids of files. */
  files: string[]
  /** The picture of the story this is about. */
  story: string | null
  at: number
  /** Of the brand's messages: how far they came. Of the person's: whether the desk's door took them, and read. */
  state: State
  /** Why it failed: the provider's code, or the door's status. */
  error: string | null
  /** The desk's own id of its message, where it told one. */
  ownId: string | null
}

/** One mail, as it lies in a mailbox. */
export type Letter = {
  /** Message-ID without its brackets. */
  id: string
  person: string
  isOwn: boolean
  from: string
  to: string
  replyTo: string
  subject: string
  text: string
  html: string | null
  files: string[]
  references: string[]
  /** Null: the null sender, `<>`. */
  envelopeFrom: string | null
  at: number
  isRead: boolean
  /** Of the person's own mails: what the desk's mail door said, when it did not take it. */
  error: string | null
  raw: Buffer
}

/** One exchange with the desk, for the log. */
export type Exchange = {
  at: number
  to: 'desk' | 'sandbox'
  method: string
  path: string
  status: string
  what: string
}

export type Memory = ReturnType<typeof createMemory>

const most = { exchanges: 200, letters: 500, entries: 1_000 }

/** All that happened, forgotten at the end. `changed` tells those who look. */
export const createMemory = (now: () => number, log: (line: string) => void) => {
  const threads = new Map<string, Entry[]>()
  const letters: Letter[] = []
  const exchanges: Exchange[] = []
  const watchers = new Set<() => void>()
  const changed = (): void => {
    for (const watcher of watchers) watcher()
  }
  const thread = (person: Person, channel: PhoneChannel): Entry[] => {
    const key = `${person.id} ${channel}`
    const found = threads.get(key) ?? []
    threads.set(key, found)
    return found
  }
  return {
    now,
    changed,
    thread,
    exchanges: exchanges as readonly Exchange[],
    letters: letters as readonly Letter[],
    watch(watcher: () => void): () => void {
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },
    entry: (id: string): Entry | undefined => [...threads.values()].flat().find((one) => one.id === id),
    everything: (): Entry[] => [...threads.values()].flat(),
    add(person: Person, entry: Omit<Entry, 'person' | 'at'>): Entry {
      const one = { ...entry, person: person.id, at: now() }
      const all = thread(person, entry.channel)
      all.push(one)
      if (all.length > most.entries) all.shift()
      changed()
      return one
    },
    keep(letter: Letter): Letter {
      letters.push(letter)
      if (letters.length > most.letters) letters.shift()
      changed()
      return letter
    },
    note(exchange: Omit<Exchange, 'at'>): void {
      exchanges.push({ ...exchange, at: now() })
      if (exchanges.length > most.exchanges) exchanges.shift()
      log(`${exchange.to} ${exchange.method} ${exchange.path} ${exchange.status} (${exchange.what})`)
      changed()
    },
  }
}
