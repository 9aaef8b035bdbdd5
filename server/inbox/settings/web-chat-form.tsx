import { useSettingsWords } from './settings-words.ts'
import type { Settings } from '../../protocol/settings.ts'
import { routeUrl } from '../route.ts'
import { AutoCloseBlock } from './auto-close.tsx'
import { useProblems } from './channels/problems.ts'
import { FollowUpBlock } from './follow-up.tsx'
import { Block, SwitchSetting, TextSetting } from './form-parts.tsx'
import { HolidaysEditor } from './holidays-editor.tsx'
import { HubForm } from './hub-form.tsx'
import { HoursEditor } from './hours-editor.tsx'
import { hasHours } from './hours-edit.ts'
import { fieldProblems } from './settings-check.ts'
import type { SettingsDraft } from './settings-draft.ts'
import type { SettingsPreview } from './settings-preview.ts'

const welcomeMax = 500
const answerMax = 2_000

type Props = { form: SettingsDraft; draft: Settings; preview: SettingsPreview }

/** W-1 to W-3, W-7, W-8: the chat on the storefront. */
export function WebChatForm({ form, draft, preview }: Props) {
  const words = useSettingsWords()
  const { chat } = words
  const { hub, webChat, general } = draft
  const problems = fieldProblems(draft)
  const edit = (part: Partial<Settings['webChat']>) =>
    form.edit((now) => ({ ...now, webChat: { ...now.webChat, ...part } }))
  const editHub = (part: Partial<Settings['hub']>) => form.edit((now) => ({ ...now, hub: { ...now.hub, ...part } }))
  // The server's word on hours; what it said last stands until it says more.
  const said = [...form.problems.value, ...(preview.shown.value?.problems ?? [])]
  const wrong = useProblems(form, draft, preview)
  const answersRest = !hasHours(webChat.officeHours.days)
  return (
    <>
      <h1>{words.settings.webChat}</h1>
      <p class="text-2">{chat.lead}</p>
      <Block title={chat.hub}>
        <SwitchSetting label={chat.hubOn} help={chat.hubOnHelp} on={hub.on} onChange={(on) => editHub({ on })} />
        <SwitchSetting
          label={chat.launcher}
          help={chat.launcherHelp}
          on={hub.launcher}
          onChange={(launcher) => editHub({ launcher })}
        />
        <HubForm hub={hub} problem={problems.get('hub.signInUrl')} onChange={editHub} />
      </Block>
      <Block title={chat.who}>
        <div class="choices" role="radiogroup" aria-label={chat.who}>
          {(['signed_in', 'nobody'] as const).map((visibility) => (
            <label key={visibility}>
              <input
                class="radio"
                type="radio"
                name="visibility"
                checked={webChat.visibility === visibility}
                onChange={() => edit({ visibility })}
              />
              <span>
                <b>{visibility === 'signed_in' ? chat.signedIn : chat.nobody}</b>
                <span class="help">{visibility === 'signed_in' ? chat.signedInHelp : chat.nobodyHelp}</span>
              </span>
            </label>
          ))}
        </div>
      </Block>
      <Block title={chat.welcomeTitle}>
        <TextSetting
          label={chat.welcome}
          lines
          max={welcomeMax}
          value={webChat.welcome}
          help={chat.welcomeHelp(webChat.welcome.length, welcomeMax)}
          problem={problems.get('webChat.welcome')}
          onValue={(welcome) => edit({ welcome })}
        />
      </Block>
      <Block title={chat.hours} text={chat.hoursHelp}>
        <p class="help">
          {chat.zone(general.timeZone)}{' '}
          <a href={routeUrl({ page: 'settings', section: 'general' })}>{chat.changeZone}</a>
        </p>
        <HoursEditor
          days={webChat.officeHours.days}
          zone={general.timeZone}
          problems={said}
          onChange={(days) =>
            edit({ officeHours: { ...webChat.officeHours, days: days.map((ranges) => [...ranges]) } })
          }
        />
        <HolidaysEditor
          holidays={webChat.officeHours.holidays}
          problems={said}
          local={problems}
          onChange={(holidays) => edit({ officeHours: { ...webChat.officeHours, holidays } })}
        />
      </Block>
      <Block title={chat.answers}>
        {answersRest && <p class="banner">{chat.answersOff}</p>}
        <TextSetting
          label={chat.during}
          lines
          max={answerMax}
          disabled={answersRest}
          value={webChat.during}
          help={`${chat.duringHelp} ${chat.empties}`}
          problem={problems.get('webChat.during')}
          onValue={(during) => edit({ during })}
        />
        <TextSetting
          label={chat.outside}
          lines
          max={answerMax}
          disabled={answersRest}
          value={webChat.outside}
          help={`${chat.outsideHelp} ${chat.empties}`}
          problem={problems.get('webChat.outside')}
          onValue={(outside) => edit({ outside })}
        />
      </Block>
      <Block title={words.satisfaction.title}>
        <SwitchSetting
          label={words.satisfaction.ask}
          help={words.satisfaction.askHelp}
          on={webChat.satisfaction}
          onChange={(satisfaction) => edit({ satisfaction })}
        />
      </Block>
      <FollowUpBlock
        draft={draft}
        problem={problems.get('webChat.followUpFrom')}
        onFrom={(followUpFrom) => edit({ followUpFrom })}
      />
      <AutoCloseBlock channel="web_chat" form={form} draft={draft} preview={preview} wrong={wrong} />
    </>
  )
}
