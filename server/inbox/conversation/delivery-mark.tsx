import type { DeliveryState } from '../../protocol/thread.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage, useWords } from '../page.ts'
import { Icon, type IconName } from '../parts/icon.tsx'
import { type Deliveries, groupMarks } from './deliveries.ts'

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

type Props = { messages: readonly { id: string }[]; at: number; deliveries: Deliveries }

/** R-13: what became of messages that left the house, and the way to try a failed one again. */
export function DeliveryMarks({ messages, at, deliveries }: Props) {
  const { delivery, thread } = useWords()
  const { moments } = usePage()
  const { desk } = useScreen()
  const ids = messages.map(({ id }) => id)
  const { all, apart } = groupMarks(ids, at, deliveries)
  return (
    <>
      {all && (
        <Mark
          icon={icons[all.state]}
          text={
            all.state === 'delivered' || all.state === 'read'
              ? delivery.at(delivery[all.state], moments.value.time(all.at))
              : delivery[all.state]
          }
        />
      )}
      {apart.map(({ id, state, words }) => (
        <span key={id} class="fate">
          <Mark
            icon={icons[state]}
            text={state === 'failed' && words ? `${delivery.failed}: ${words}` : delivery[state]}
            tone={state === 'failed' ? 'danger' : 'warn'}
          />
          {state === 'failed' && (
            <button
              type="button"
              class="link"
              onClick={() => void desk.done(desk.link.ask('delivery.retry', { message: id }))}
            >
              {thread.retry}
            </button>
          )}
        </span>
      ))}
    </>
  )
}
