import type { ErrorCode } from '../../server/protocol/errors.ts'
import type { StatusEvent } from './layout.ts'

/** Every sentence that the thread's parts show. `{time}`, `{name}` and `{n}` are filled in by `say`. */
export type ThreadWords = {
  messages: string
  earlier: string
  newLine: string
  automatic: string
  sending: string
  waiting: string
  sent: string
  seen: string
  retry: string
  discard: string
  typing: string
  write: string
  send: string
  emoji: string
  tooLong: string
  refused: Partial<Record<ErrorCode, string>> & { other: string }
}

/** What depends on the reader's language beyond plain sentences. */
export type ThreadVoice = {
  words: ThreadWords
  /** "16:22" */
  time: (at: number) => string
  /** "Today", "Yesterday", "Thursday, 20 November" */
  day: (at: number) => string
  /** A status line's sentence, or null where this reader gets none. */
  status: (event: StatusEvent) => string | null
}

/** Fills `{name}` marks of a sentence. */
export function say(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (mark, name: string) => String(values[name] ?? mark))
}

/** Times and days in a language, in the reader's own zone. */
export function createVoice(
  locale: string,
  words: ThreadWords,
  status: ThreadVoice['status'],
  now: () => number,
): ThreadVoice {
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' })
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const far = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' })
  return {
    words,
    status,
    time: (at) => clock.format(at),
    day(at) {
      const days = daysBetween(now(), at)
      const said = days === 0 || days === -1 ? near.format(days, 'day') : far.format(at)
      return said.charAt(0).toLocaleUpperCase(locale) + said.slice(1)
    },
  }
}

/** Whole calendar days from `a` to `b` in the reader's zone. */
export function daysBetween(a: number, b: number): number {
  const midnight = (at: number) => new Date(at).setHours(12, 0, 0, 0)
  return Math.round((midnight(b) - midnight(a)) / 86_400_000)
}
