import type { HoursNow } from '../../server/protocol/customer-events.ts'
import type { Words } from '../words/words.ts'

/** Fills `{name}` marks of a sentence. */
export function say(sentence: string, values: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (_mark, name: string) => values[name] ?? '')
}

/** What depends on the language and on the shopper's own clock. */
export type Voice = {
  /** "16:22" */
  time: (at: number) => string
  /** "Today", "Yesterday", "Thursday, 20 November" */
  day: (at: number) => string
  /** W-7: "We are here", or when we are back. Empty without office hours. */
  hours: (hours: HoursNow | null) => string
}

export function createVoice(locale: string, words: Words, now: () => number): Voice {
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' })
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const far = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' })
  const time = (at: number) => clock.format(at)
  const soon = new Intl.DateTimeFormat(locale, { weekday: 'long' })
  const dayOf = (at: number, nextDays = far) => {
    const noon = (moment: number) => new Date(moment).setHours(12, 0, 0, 0)
    const days = Math.round((noon(at) - noon(now())) / 86_400_000)
    return Math.abs(days) < 2 ? near.format(days, 'day') : (days < 7 ? nextDays : far).format(at)
  }
  return {
    time,
    day: (at) => dayOf(at).replace(/^./u, (letter) => letter.toLocaleUpperCase(locale)),
    hours(hours) {
      if (!hours) return ''
      const { open, changesAt } = hours
      if (open) return words.here
      return changesAt ? say(words.back, { day: dayOf(changesAt, soon), time: time(changesAt) }) : words.away
    },
  }
}
