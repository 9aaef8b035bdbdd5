import type { Settings } from '../../protocol/settings.ts'
import { ChannelTicks } from './channel-ticks.tsx'
import { Block } from './form-parts.tsx'
import { NotifyAddresses } from './notify-addresses.tsx'
import { fieldProblems } from './settings-check.ts'
import type { SettingsDraft } from './settings-draft.ts'
import { useSettingsWords } from './settings-words.ts'
import { WebhooksBlock } from './webhooks/webhooks-block.tsx'

/** M-6, D-9: who hears of what happens at the desk, apart from what each agent chooses for themselves. */
export function NotificationsForm({ form, draft }: { form: SettingsDraft; draft: Settings }) {
  const { settings, notify } = useSettingsWords()
  const change = (part: Partial<Settings['general']>) =>
    form.edit((now) => ({ ...now, general: { ...now.general, ...part } }))
  const { notify: addresses, notifyChannels: channels } = draft.general
  return (
    <>
      <h1>{settings.notifications}</h1>
      <p class="text-2">{notify.lead}</p>
      <Block title={notify.title} text={notify.help}>
        <NotifyAddresses
          addresses={addresses}
          problems={fieldProblems(draft)}
          onChange={(changed) => change({ notify: changed })}
        />
        {addresses.length > 0 && (
          <ChannelTicks
            label={notify.channels}
            none={notify.noChannel}
            chosen={channels}
            onChange={(notifyChannels) => change({ notifyChannels })}
          />
        )}
      </Block>
      <WebhooksBlock />
    </>
  )
}
