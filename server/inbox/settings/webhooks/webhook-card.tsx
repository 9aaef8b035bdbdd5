import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { channelNames } from '../../../protocol/channel.ts'
import type { HookResult, Webhook } from '../../../protocol/webhooks.ts'
import { sayRefused, usePage } from '../../page.ts'
import { DeleteButton } from '../../parts/delete-button.tsx'
import { Confirm } from '../../parts/dialog.tsx'
import { Icon } from '../../parts/icon.tsx'
import type { Does } from '../../parts/loaded.tsx'
import { useSettingsWords } from '../settings-words.ts'
import { LastDeliveries } from './last-deliveries.tsx'
import { Outcome } from './outcome.tsx'
import { WebhookDialog } from './webhook-dialog.tsx'

type Props = { hook: Webhook; does: Does; changed: () => void; onSecret: (secret: string) => void }

/** D-9: one webhook: what it is told, how it stands, and what can be done with it. */
export function WebhookCard({ hook, does, changed, onSecret }: Props) {
  const words = useSettingsWords()
  const { webhooks: said } = words
  const page = usePage()
  const { api, moments, clock, toasts } = page
  const title = useId()
  const changing = useSignal(false)
  const renewing = useSignal(false)
  const shows = useSignal(false)
  const tested = useSignal<HookResult | 'asking' | null>(null)
  const { id, url, events, channels, withText, off, failingSince } = hook
  const name = url.replace(/^https:\/\//, '')
  const test = async () => {
    if (tested.peek() === 'asking') return
    tested.value = 'asking'
    const answer = await api.testWebhook(id)
    tested.value = answer.ok ? answer : null
    if (!answer.ok) sayRefused(page, answer)
  }
  const renew = async () => {
    const answer = await api.renewWebhookSecret(id)
    if (answer.ok) onSecret(answer.secret)
    else sayRefused(page, answer)
  }
  const told = [
    events.map((event) => said.event[event]).join(', '),
    channels.length === channelNames.length
      ? said.allChannels
      : channels.map((channel) => words.channel[channel]).join(', '),
    ...(withText ? [said.withText] : []),
  ]
  const when = (at: number) => moments.value.until(at, clock.tick.value)
  return (
    <li class="webhook" aria-labelledby={title}>
      <div class="head">
        <Icon name="link" />
        <div>
          <b class="cut" id={title} title={url}>
            {name}
          </b>
          <p class="text-3 small-text">{told.join(' · ')}</p>
        </div>
        <input
          class="switch"
          type="checkbox"
          role="switch"
          aria-label={said.on(name)}
          checked={off === null}
          onChange={({ currentTarget: { checked: on } }) =>
            void does(api.changeWebhook(id, { on }), on ? said.switchedOn : said.switchedOff)
          }
        />
      </div>
      {(off !== null || failingSince !== null) && (
        <p class={`banner${off === 'by_hand' ? '' : off === null ? ' warn' : ' danger'}`}>
          <Icon name={off === 'by_hand' ? 'info' : 'warning'} small />
          <span>{off === null ? said.failingSince(when(failingSince ?? 0)) : said.off[off]}</span>
        </p>
      )}
      <div class="acts">
        <button
          type="button"
          class="button line small"
          aria-disabled={tested.value === 'asking'}
          onClick={() => void test()}
        >
          <Icon name="send" small />
          {said.test}
        </button>
        <button
          type="button"
          class="button line small"
          aria-expanded={shows.value}
          onClick={() => (shows.value = !shows.value)}
        >
          <Icon name={shows.value ? 'down' : 'right'} small />
          {said.last}
        </button>
        <button type="button" class="button line small" onClick={() => (renewing.value = true)}>
          <Icon name="lock" small />
          {said.renew}
        </button>
        <span class="grow" />
        <button
          type="button"
          class="button icon-only"
          aria-label={said.change(name)}
          title={said.change(name)}
          onClick={() => (changing.value = true)}
        >
          <Icon name="pencil" small />
        </button>
        <DeleteButton
          label={said.delete(name)}
          text={said.deleteText}
          yes={said.deleteYes}
          onYes={() => void does(api.deleteWebhook(id), said.deleted)}
        />
      </div>
      <div class="tested" role="status">
        {tested.value === 'asking' ? (
          <p class="text-3">{said.testing}</p>
        ) : (
          tested.value !== null && <Outcome heard={tested.value} />
        )}
      </div>
      {shows.value && <LastDeliveries hook={hook} name={name} />}
      {changing.value && (
        <WebhookDialog
          title={said.changeTitle}
          hook={{ url, events, channels, withText }}
          onClose={() => (changing.value = false)}
          onSave={async (change) => {
            const answer = await api.changeWebhook(id, change)
            if (!answer.ok) return answer
            toasts.say(said.changed)
            changed()
            return null
          }}
        />
      )}
      {renewing.value && (
        <Confirm
          title={said.renewTitle}
          text={said.renewText}
          yes={said.renewYes}
          onYes={() => void renew()}
          onClose={() => (renewing.value = false)}
        />
      )}
    </li>
  )
}
