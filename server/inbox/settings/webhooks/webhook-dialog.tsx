import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { channelNames } from '../../../protocol/channel.ts'
import { hookEvents } from '../../../protocol/hook-events.ts'
import type { NewWebhook } from '../../../protocol/webhooks.ts'
import type { ApiRefused } from '../../api.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ChannelTicks } from '../channel-ticks.tsx'
import { FormFoot, Problem, SwitchSetting } from '../form-parts.tsx'
import { useSettingsWords } from '../settings-words.ts'
import { Ticks } from '../ticks.tsx'

type Props = {
  title: string
  hook?: NewWebhook
  onClose: () => void
  /** Null: it was done. */
  onSave: (hook: NewWebhook) => Promise<ApiRefused | null>
}

const first: NewWebhook = {
  url: '',
  events: ['message.received'],
  channels: [...channelNames],
  withText: false,
}

/** D-9: where a webhook is, and what it is told. The dialog stays where it could not be kept. */
export function WebhookDialog({ title, hook = first, onClose, onSave }: Props) {
  const words = useSettingsWords()
  const { webhooks: said } = words
  const id = useId()
  const now = useSignal(hook)
  const saving = useSignal(false)
  const tried = useSignal(false)
  const refused = useSignal<ApiRefused | null>(null)
  const { url, events, channels, withText } = now.value
  const change = (part: Partial<NewWebhook>) => {
    refused.value = null
    now.value = { ...now.peek(), ...part }
  }
  const shapeless = !URL.canParse(url) || !/^https?:\/\//i.test(url)
  const badUrl = (tried.value && shapeless) || refused.value?.code === 'bad_address'
  const save = async () => {
    tried.value = true
    if (shapeless || events.length === 0 || channels.length === 0 || saving.peek()) return
    saving.value = true
    const answer = await onSave(now.peek())
    saving.value = false
    if (answer === null) onClose()
    else refused.value = answer
  }
  return (
    <Dialog title={title} onClose={onClose} wide>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div class="field">
          <label for={id}>{said.url}</label>
          <input
            id={id}
            class="input"
            type="url"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            autofocus
            maxLength={500}
            placeholder="https://shop.example/hooks"
            value={url}
            aria-invalid={badUrl || undefined}
            aria-describedby={`${id}-said`}
            onInput={(event) => change({ url: event.currentTarget.value.trim() })}
          />
          {badUrl ? (
            <Problem id={`${id}-said`} text={shapeless ? said.urlBad : words.refused.bad_address} />
          ) : (
            <p class="help" id={`${id}-said`}>
              {said.urlHelp}
            </p>
          )}
        </div>
        <Ticks
          label={said.events}
          none={said.noEvent}
          choices={hookEvents.map((key) => ({ key, label: said.event[key] }))}
          chosen={events}
          onChange={(chosen) => change({ events: chosen })}
        />
        <ChannelTicks
          label={said.channels}
          none={said.noChannel}
          chosen={channels}
          onChange={(chosen) => change({ channels: chosen })}
        />
        <SwitchSetting
          label={said.withText}
          help={said.withTextHelp}
          on={withText}
          onChange={(on) => change({ withText: on })}
        />
        <FormFoot
          problem={refused.value === null || badUrl ? null : words.refused[refused.value.code]}
          save={said.save}
          saving={saving.value}
          onLeave={onClose}
        />
      </form>
    </Dialog>
  )
}
