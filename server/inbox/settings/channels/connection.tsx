import { useComputed, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { RemoteChannel } from '../../../protocol/channel.ts'
import type { ConnectionTest } from '../../../protocol/channel-needs.ts'
import type { Settings } from '../../../protocol/settings.ts'
import { sayRefused, usePage } from '../../page.ts'
import { Icon } from '../../parts/icon.tsx'
import type { ChannelWords } from '../../words/channels.en.ts'
import type { SettingsDraft } from '../settings-draft.ts'
import type { SettingsPreview } from '../settings-preview.ts'
import { useChannelWords } from './channel-words.ts'
import type { Secrets } from './secrets.ts'
import { SmsEffect } from './sms-effect.tsx'

type Props = {
  channel: RemoteChannel
  form: SettingsDraft
  draft: Settings
  preview: SettingsPreview
  secrets: Secrets
}

/** Beside a channel's form: what is still missing, whether the provider accepts us, and what a customer gets. */
export function Connection({ channel, form, draft, preview, secrets }: Props) {
  const said = useChannelWords()
  const known = secrets.known.value
  // Asked again with every change, credentials too: they are no part of the draft.
  useEffect(() => preview.ask(draft, []), [preview, draft, known])
  const missing = preview.shown.value?.missing.filter((need) => need.channel === channel)
  const { on } = draft[channel]
  const works = on && !missing?.length
  return (
    <aside class="preview" aria-label={said.connection}>
      <header>
        <h2>{said.connection}</h2>
        <span class={`chip${works ? ' ok' : ''}`}>{on ? said.isOn : said.isOff}</span>
      </header>
      <section class="answer" aria-live="polite">
        {missing?.length === 0 && (
          <p class="stands">
            <Icon name="done" small />
            {on ? said.ready : said.readyOff}
          </p>
        )}
        {missing !== undefined && missing.length > 0 && (
          <>
            <p>{on ? said.lacksOn : said.lacks}</p>
            <ul class="lacks">
              {missing.map(({ what }) => (
                <li key={what}>
                  <Icon name="circle" small />
                  <span>{said.need[what]}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <Test key={channel} channel={channel} form={form} />
      </section>
      {channel === 'sms' && <SmsEffect draft={draft} />}
    </aside>
  )
}

function Test({ channel, form }: { channel: RemoteChannel; form: SettingsDraft }) {
  const page = usePage()
  const said = useChannelWords()
  const busy = useSignal(false)
  const found = useSignal<ConnectionTest | null>(null)
  const unsaved = useComputed(() => form.changed.value.some((path) => path.startsWith(`${channel}.`)))
  const test = async () => {
    if (busy.peek()) return
    busy.value = true
    const answer = await page.api.testChannel(channel)
    busy.value = false
    if (answer.ok) found.value = answer
    else sayRefused(page, answer)
  }
  const result = found.value
  return (
    <div class="test">
      <button type="button" class="button line" aria-disabled={busy.value} onClick={() => void test()}>
        {busy.value ? said.testing : said.test}
      </button>
      <p class="help">{said.testText(said.providerOf[channel])}</p>
      {unsaved.value && <p class="help">{said.testSaved}</p>}
      <div role="status">
        {result && (
          <p class={`banner ${result.outcome === 'works' ? 'ok' : 'danger'}`}>
            <Icon name={result.outcome === 'works' ? 'done' : 'warning'} small />
            <span>{outcomeText(said, channel, result)}</span>
          </p>
        )}
      </div>
    </div>
  )
}

/** What came of a test, in one sentence. */
export function outcomeText(said: ChannelWords, channel: RemoteChannel, { outcome, about, words }: ConnectionTest) {
  const { outcome: text } = said
  const provider = said.providerOf[channel]
  const quoted = words ? ` (${words.replace(/\.$/, '')})` : ''
  switch (outcome) {
    case 'works':
      return text.works(provider)
    case 'missing':
      return text.missing
    case 'unreachable':
      return text.unreachable(provider, quoted)
    case 'wrong_credentials':
      return text.wrong_credentials(provider, words ? quoted : about ? ` (${about})` : '')
    case 'unknown_address':
      return text.unknown_address(provider, about ?? '')
    case 'refused':
      return text.refused(provider, quoted)
  }
}
