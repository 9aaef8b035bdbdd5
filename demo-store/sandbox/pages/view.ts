import type { Acts } from '../acts.ts'
import { type Channel, channels, isPhoneChannel } from '../brand.ts'
import type { Letter } from '../memory.ts'
import type { Person } from '../people.ts'
import type { Panel } from '../switches.ts'

/** What a person who looks at the page looks at. */
export type View = {
  acts: Acts
  panel: Panel
  person: Person
  channel: Channel
  /** In the mailbox: the open letter, a new one, or none. */
  letter: Letter | 'new' | null
  /** How many reports wait to be told. */
  waiting: number
}

export const pathOf = (person: Person, channel: Channel): string => `/people/${person.id}/${channel}`
export const letterPath = (person: Person, letter: Letter): string =>
  `${pathOf(person, 'email')}/${encodeURIComponent(letter.id)}`

/** What the person has got and not seen. */
export const unreadIn = (acts: Acts, person: Person, channel: Channel): number =>
  isPhoneChannel(channel)
    ? acts.thread(person.id, channel).filter(({ from, state }) => from === 'brand' && state === 'delivered').length
    : acts.letters(person.id).filter(({ isRead }) => !isRead).length

export const unreadOf = (acts: Acts, person: Person): number =>
  channels.reduce((sum, channel) => sum + unreadIn(acts, person, channel), 0)
