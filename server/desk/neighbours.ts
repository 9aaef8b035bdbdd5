import type { PoolConfig } from 'pg'
import { openAnnouncements } from '../store/announcements.ts'
import type { Change, Desk } from './desk.ts'

/** What processes say to each other: who is there, and what a use case has changed. */
type Word = { from: string } & ({ says: 'hello' | 'back' | 'bye' } | { says: 'changed'; changes: Change[] })

/** Each process has its own errands, and they look again by themselves. */
const ownBusiness = new Set<Change['kind']>(['delivery_queued', 'file_waits', 'name_wanted', 'bulk_waits'])

type Ears = {
  /** Another process has committed these. */
  changed(changes: Change[]): void
  /** Something may have been lost: every page must read anew. */
  missed(): void
}

/**
 * The other processes of this desk, on the same database (DESIGN 6). Each tells the others after its commits what
 * changed, and each tells its own pages. A process that is alone tells nobody anything. What gets lost on the way is
 * found by the pages' own numbers (I3), or by reading anew after `missed`.
 */
export async function meetNeighbours(desk: Desk, database: PoolConfig, ears: Ears) {
  const others = new Set<string>()
  /** The line was cut while nobody else was known: somebody may have come meanwhile and be found late. */
  let isUnsure = false
  const say = (word: Word) => announcements.say(JSON.stringify(word))
  const hello = () => say({ from: desk.processId, says: 'hello' })

  const meet = (other: string) => {
    if (others.has(other)) return
    others.add(other)
    hello()
    if (!isUnsure) return
    isUnsure = false
    ears.missed()
  }

  const hear = (text: string) => {
    const word: unknown = JSON.parse(text)
    if (!isWord(word) || word.from === desk.processId) return
    if (word.says === 'changed') ears.changed(word.changes)
    else if (word.says === 'bye') others.delete(word.from)
    else meet(word.from)
    // What it told while its line was cut has reached nobody.
    if (word.says === 'back') ears.missed()
  }
  const missed = () => {
    say({ from: desk.processId, says: 'back' })
    if (others.size > 0) ears.missed()
    else isUnsure = true
  }
  const announcements = await openAnnouncements(database, { hear, missed }, desk.log)
  hello()

  return {
    tell(all: Change[]) {
      const changes = all.filter((change) => !ownBusiness.has(change.kind))
      if (others.size > 0 && changes.length > 0) say({ from: desk.processId, says: 'changed', changes })
    },
    async close() {
      say({ from: desk.processId, says: 'bye' })
      await announcements.close()
    },
  }
}

/** Our own processes' word, of one version of the program. */
const isWord = (said: unknown): said is Word => typeof said === 'object' && said !== null && 'says' in said
