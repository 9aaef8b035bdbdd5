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

/**
 * What stands under a group of bubbles: the state all of them have reached, and by themselves those that failed or of
 * which nobody knows.
 */
export function groupMarks(
  ids: readonly string[],
  at: number,
  deliveries: Deliveries,
): { all: DeliveryMark | null; apart: (DeliveryMark & { id: string })[] } {
  let all: DeliveryMark | null = null
  const apart: (DeliveryMark & { id: string })[] = []
  for (const id of ids) {
    const mark = deliveries.get(id) ?? { state: 'queued', at, words: null }
    if (!order.includes(mark.state)) apart.push({ id, ...mark })
    else if (all === null || order.indexOf(mark.state) <= order.indexOf(all.state)) all = mark
  }
  return { all, apart }
}
