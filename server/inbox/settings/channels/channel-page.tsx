import './channels.css'
import { useEffect, useMemo } from 'preact/hooks'
import type { ComponentType } from 'preact'
import type { RemoteChannel } from '../../../protocol/channel.ts'
import type { Settings } from '../../../protocol/settings.ts'
import { usePage } from '../../page.ts'
import { useSettingsWords } from '../settings-words.ts'
import { AutoCloseBlock } from '../auto-close.tsx'
import { SwitchSetting } from '../form-parts.tsx'
import { SaveBar } from '../save-bar.tsx'
import type { SettingsDraft } from '../settings-draft.ts'
import type { SettingsPreview } from '../settings-preview.ts'
import { useChannelWords } from './channel-words.ts'
import { Connection } from './connection.tsx'
import { EmailForm } from './email-form.tsx'
import type { FormProps } from './form-props.ts'
import { InstagramForm, MessengerForm, WhatsappForm } from './meta-forms.tsx'
import { useProblems } from './problems.ts'
import { createSecrets } from './secrets.ts'
import { SmsForm } from './sms-form.tsx'

const forms: Record<RemoteChannel, ComponentType<FormProps>> = {
  email: EmailForm,
  sms: SmsForm,
  whatsapp: WhatsappForm,
  instagram: InstagramForm,
  messenger: MessengerForm,
}

type Props = { channel: RemoteChannel; form: SettingsDraft; draft: Settings; preview: SettingsPreview }

/** D-11: a provider's channel; the switch, what it needs, how it answers, and beside it how it stands. */
export function ChannelPage({ channel, form, draft, preview }: Props) {
  const words = useSettingsWords()
  const said = useChannelWords()
  const { api } = usePage()
  const secrets = useMemo(() => createSecrets(api), [api])
  useEffect(() => void secrets.load(), [secrets])
  const wrong = useProblems(form, draft, preview)
  const Form = forms[channel]
  const name = words.channel[channel]
  return (
    <>
      <main class="settings-main" id="settings" tabIndex={-1}>
        <div class="scroll" tabIndex={0} role="group" aria-label={words.settings.form}>
          <div class="sheet">
            <h1>{name}</h1>
            <p class="text-2">{said.lead[channel]}</p>
            <section class="block" aria-label={said.onLabel(name)}>
              <SwitchSetting
                label={said.onLabel(name)}
                help={said.onHelp}
                on={draft[channel].on}
                onChange={(on) => form.edit((now) => ({ ...now, [channel]: { ...now[channel], on } }))}
              />
            </section>
            <Form key={channel} form={form} draft={draft} secrets={secrets} wrong={wrong} />
            <AutoCloseBlock channel={channel} form={form} draft={draft} preview={preview} wrong={wrong} />
          </div>
        </div>
        <SaveBar form={form} draft={draft} preview={preview} />
      </main>
      <Connection channel={channel} form={form} draft={draft} preview={preview} secrets={secrets} />
    </>
  )
}
