import { Icon } from './icon.tsx'
import type { Delivery } from './layout.ts'
import { say, type ThreadVoice } from './words.ts'

export type DeliveryMarkProps = {
  delivery: Delivery
  voice: ThreadVoice
  /** Is there a connection? Without one, a pending message says that it waits. */
  online: boolean
  retry: () => void
  discard: () => void
}

/** R-13, W-13: on its way, sent, seen, or not sent, with what can be done about it. */
export function DeliveryMark({ delivery, voice, online, retry, discard }: DeliveryMarkProps) {
  const { words } = voice
  switch (delivery.state) {
    case 'none':
      return null
    case 'pending':
      return (
        <span class="mark">
          <Icon name="clock" />
          {online ? words.sending : words.waiting}
        </span>
      )
    case 'sent':
    case 'seen':
      return (
        <span class="mark">
          <Icon name={delivery.state} />
          {say(words[delivery.state], { time: voice.time(delivery.at) })}
        </span>
      )
    case 'failed':
      return (
        <span class="mark bad">
          <Icon name="failed" />
          {words.refused[delivery.code] ?? words.refused.other}
          <button type="button" class="link" onClick={retry}>
            {words.retry}
          </button>
          <button type="button" class="link" onClick={discard}>
            {words.discard}
          </button>
        </span>
      )
  }
}
