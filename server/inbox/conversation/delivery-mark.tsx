import type { DeliveryState } from '../../protocol/thread.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { type Deliveries, groupMark } from './deliveries.ts'

const icons: Record<DeliveryState, IconName> = {
  queued: 'clock',
  unknown: 'info',
  sent: 'check',
  failed: 'warning',
  delivered: 'checks',
  read: 'eye',
}

export function Mark({ icon, text, tone }: { icon: IconName; text: string; tone?: 'danger' | 'warn' }) {
  return (
    <span class={`delivery${tone ? ` ${tone}` : ''}`}>
      <Icon name={icon} small />
      {text}
    </span>
  )
}

type MarkProps = { messages: readonly { id: string }[]; at: number; deliveries: Deliveries }

/** R-13: how far all of these messages have come; those that failed say so themselves. */
export function DeliveryMark({ messages, at, deliveries }: MarkProps) {
  const { delivery } = useWords()
  const { moments } = usePage()
  const all = groupMark(
    messages.map(({ id }) => id),
    at,
    deliveries,
  )
  if (all === null) return null
  const { state } = all
  const timed = state === 'delivered' || state === 'read'
  return (
    <Mark
      icon={icons[state]}
      text={timed ? delivery.at(delivery[state], moments.value.time(all.at)) : delivery[state]}
    />
  )
}

/** R-13: under the one message that failed, or of which nobody knows: why, and the way to try it again. */
export function Fate({ message, deliveries }: { message: string; deliveries: Deliveries }) {
  const { delivery, thread } = useWords()
  const { desk } = useScreen()
  const mark = deliveries.get(message)
  if (mark?.state !== 'failed' && mark?.state !== 'unknown') return null
  const { state, words } = mark
  return (
    <div class="fate">
      <Mark
        icon={icons[state]}
        text={state === 'failed' && words ? `${delivery.failed}: ${delivery.why(words)}` : delivery[state]}
        tone={state === 'failed' ? 'danger' : 'warn'}
      />
      {state === 'failed' && (
        <button type="button" class="link" onClick={() => void desk.done(desk.link.ask('delivery.retry', { message }))}>
          {thread.retry}
        </button>
      )}
    </div>
  )
}
