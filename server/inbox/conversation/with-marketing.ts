import type { Entry, Group } from '../../../widget/thread/layout.ts'
import type { MarketingEntry } from '../../protocol/marketing.ts'

export type ThreadLine = Entry | { kind: 'marketing'; key: string; message: MarketingEntry }

/**
 * D-2: campaign and flow messages between the thread's own entries, by time. A group of bubbles that one of them falls
 * into is parted, so that nothing seems to answer what came after it.
 */
export function withMarketing(entries: readonly Entry[], sent: readonly MarketingEntry[]): ThreadLine[] {
  const waiting = sent.toSorted((a, b) => a.at - b.at)
  const lines: ThreadLine[] = []
  const take = (before: number) => {
    while (waiting[0] !== undefined && waiting[0].at < before) {
      const [message] = waiting.splice(0, 1)
      if (message !== undefined) lines.push({ kind: 'marketing', key: `marketing ${message.id}`, message })
    }
  }
  for (const entry of entries) {
    if (entry.kind !== 'group') {
      if (entry.kind === 'status') take(entry.event.at)
      if (entry.kind === 'automatic') take(entry.message.at)
      lines.push(entry)
      continue
    }
    let rest: Group = entry
    for (const [at, bubble] of entry.bubbles.entries()) {
      const next = waiting[0]
      if (next === undefined || next.at >= bubble.at) continue
      const done = at - (entry.bubbles.length - rest.bubbles.length)
      if (done > 0) {
        const before = rest.bubbles.slice(0, done)
        lines.push({ ...rest, bubbles: before, at: before.at(-1)?.at ?? rest.at, delivery: { state: 'none' } })
        rest = { ...rest, key: bubble.id, bubbles: rest.bubbles.slice(done) }
      }
      take(bubble.at)
    }
    lines.push(rest)
  }
  take(Number.POSITIVE_INFINITY)
  return lines
}
