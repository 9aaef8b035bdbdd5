import type { DeliveryState, ThreadEvent } from '../../protocol/thread.ts'

/** What is known of a message that left the house: how far it came, when that was told, and why it failed. */
export type DeliveryMark = { state: DeliveryState; at: number; words: string | null }
export type Deliveries = ReadonlyMap<string, DeliveryMark>

/** the last word on each message of a thread; one of which nothing was told yet is queued. */
export function deliveriesOf(events: readonly ThreadEvent[]): Deliveries {
  const marks = new Map<string, DeliveryMark>()
  for (const event of events) {
    if (event.type !== 'delivery') continue
    const { message, state, at, words } = event
    marks.set(message, { state, at, words })
  }
  return marks
}

const order: readonly DeliveryState[] = ['queued', 'sent', 'delivered', 'read']

/** The state that all of these messages have reached; null where each of them failed, or nobody knows. */
export function groupMark(ids: readonly string[], at: number, deliveries: Deliveries): DeliveryMark | null {
  let all: DeliveryMark | null = null
  for (const id of ids) {
    const mark = deliveries.get(id) ?? { state: 'queued', at, words: null }
    const rank = order.indexOf(mark.state)
    if (rank >= 0 && (all === null || rank <= order.indexOf(all.state))) all = mark
  }
  return all
}
