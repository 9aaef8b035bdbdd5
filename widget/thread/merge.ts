import type { ThreadEvent } from '../../server/protocol/thread.ts'

/** A gapless window of one thread: entries `first` to `last`; both are 0 while it is empty. */
export type Log = { readonly events: readonly ThreadEvent[]; readonly first: number; readonly last: number }

export const emptyLog: Log = { events: [], first: 0, last: 0 }

/** One live event. `need`: entries before it are missing, ask for what came after `log.last` (the event itself comes again). */
export function applyEvent(log: Log, event: ThreadEvent): { log: Log; need: boolean } {
  if (event.n <= log.last) return { log, need: false }
  if (event.n > log.last + 1) return { log, need: true }
  return { log: append(log, [event]), need: false }
}

/**
 * The answer to "what came after `log.last`". Entries that are there already are dropped. An empty log takes the page
 * wherever it starts: it is the thread's last page.
 */
export function applyPage(log: Log, page: readonly ThreadEvent[]): Log {
  const news: ThreadEvent[] = []
  let last = log.last
  for (const event of page) {
    if (event.n === last + 1 || (log.last === 0 && news.length === 0)) {
      news.push(event)
      last = event.n
    }
  }
  return append(log, news)
}

/** Older entries, oldest first, before the window. A page that does not touch the window changes nothing. */
export function prepend(log: Log, older: readonly ThreadEvent[]): Log {
  const fit: ThreadEvent[] = []
  let first = log.first
  for (const event of older.toReversed()) {
    if (event.n === first - 1) {
      fit.unshift(event)
      first = event.n
    }
  }
  return fit.length === 0 ? log : { events: [...fit, ...log.events], first, last: log.last }
}

function append(log: Log, news: readonly ThreadEvent[]): Log {
  const first = news[0]
  const last = news.at(-1)
  if (!first || !last) return log
  return { events: [...log.events, ...news], first: log.first || first.n, last: last.n }
}
