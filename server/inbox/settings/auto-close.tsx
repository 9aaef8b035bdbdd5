import { useId } from 'preact/hooks'
import { type AutoClose, settingsOfChannel } from '../../protocol/auto-close.ts'
import type { ChannelName } from '../../protocol/channel.ts'
import { filledText } from '../../protocol/filled-text.ts'
import type { Settings } from '../../protocol/settings.ts'
import { Block, Problem, SwitchSetting, TextSetting } from './form-parts.tsx'
import { Gets } from './gets.tsx'
import type { SettingsDraft } from './settings-draft.ts'
import type { SettingsPreview } from './settings-preview.ts'
import { type SettingsWords, useSettingsWords } from './settings-words.ts'

const hour = 60
const day = 24 * hour
const afters = [30, hour, 2 * hour, 4 * hour, 8 * hour, day, 2 * day, 3 * day, 5 * day, 7 * day, 14 * day, 30 * day]
const befores = [5, 10, 15, 30, hour, 2 * hour, 4 * hour, 12 * hour, day, 2 * day, 3 * day]

type Props = {
  channel: ChannelName
  form: SettingsDraft
  draft: Settings
  preview: SettingsPreview
  wrong: (path: string) => string | null
}

/** D-6: when tickets of a channel close by themselves, what is said before, and what that means for what is there. */
export function AutoCloseBlock({ channel, form, draft, preview, wrong }: Props) {
  const { byItself: said } = useSettingsWords()
  const words = useSettingsWords()
  const key = settingsOfChannel[channel]
  const { on, afterMinutes, warnMinutes, warning } = draft[key].autoClose
  const edit = (part: Partial<AutoClose>) =>
    form.edit((now) => ({ ...now, [key]: { ...now[key], autoClose: { ...now[key].autoClose, ...part } } }))
  const period = spanText(words, warnMinutes)
  const old = preview.shown.value?.silent[channel]
  return (
    <Block title={said.close} text={said.closeText}>
      <SwitchSetting label={said.closeOn} help={said.closeOnHelp} on={on} onChange={(next) => edit({ on: next })} />
      {on && (
        <>
          <Span
            label={said.after}
            offered={afters}
            value={afterMinutes}
            wrong={null}
            onValue={(minutes) => edit({ afterMinutes: minutes })}
          />
          <Span
            label={said.before}
            offered={befores}
            value={warnMinutes}
            wrong={wrong(`${key}.autoClose.warnMinutes`)}
            onValue={(minutes) => edit({ warnMinutes: minutes })}
          />
          <TextSetting
            label={said.warning}
            lines
            max={1_000}
            value={warning}
            help={said.warningHelp}
            wrong={wrong(`${key}.autoClose.warning`)}
            onValue={(text) => edit({ warning: text })}
          />
          <Gets
            lead={said.gets(period)}
            nothing={said.getsNothing}
            text={warning.trim() === '' ? null : filledText(warning, valuesOf(draft))}
          />
          <p class={old ? 'banner' : 'help'} role="status">
            {old ? said.oldNow(old.n, old.more, period) : said.old(period)}
          </p>
        </>
      )}
    </Block>
  )
}

/** What automatic texts may name, as the desk fills it in. */
export function valuesOf({ general, email }: Settings) {
  return { organization: general.shopName, email: email.helpAddress || (email.mailboxes[0]?.address ?? null) }
}

type SpanProps = {
  label: string
  offered: readonly number[]
  value: number
  wrong: string | null
  onValue: (minutes: number) => void
}

/** A span of time, of those that are offered and the one that holds. */
function Span({ label, offered, value, wrong, onValue }: SpanProps) {
  const words = useSettingsWords()
  const id = useId()
  const all = offered.includes(value) ? offered : [...offered, value].toSorted((a, b) => a - b)
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="select"
        value={value}
        aria-invalid={wrong === null ? undefined : true}
        aria-describedby={wrong === null ? undefined : `${id}-wrong`}
        onChange={(event) => onValue(Number(event.currentTarget.value))}
      >
        {all.map((minutes) => (
          <option key={minutes} value={minutes}>
            {spanText(words, minutes)}
          </option>
        ))}
      </select>
      {wrong !== null && <Problem id={`${id}-wrong`} text={wrong} />}
    </div>
  )
}

function spanText({ byItself: said }: SettingsWords, minutes: number): string {
  if (minutes % day === 0) return said.days(minutes / day)
  return minutes % hour === 0 ? said.hours(minutes / hour) : said.minutes(minutes)
}
