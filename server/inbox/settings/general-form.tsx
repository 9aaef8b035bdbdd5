import { useId } from 'preact/hooks'
import type { Settings } from '../../protocol/settings.ts'
import { usePage } from '../page.ts'
import { useSettingsWords } from './settings-words.ts'
import { Block, Problem, problemText, SwitchSetting, TextSetting } from './form-parts.tsx'
import { Attribution } from './attribution.tsx'
import { Automation } from './automation.tsx'
import { BrandColour } from './brand-colour.tsx'
import { fieldProblems } from './settings-check.ts'
import type { SettingsDraft } from './settings-draft.ts'
import type { SettingsPreview } from './settings-preview.ts'
import { Storefronts } from './storefronts.tsx'

type Props = { form: SettingsDraft; draft: Settings; preview: SettingsPreview }

/** D-11: what holds for the whole desk. */
export function GeneralForm({ form, draft, preview }: Props) {
  const words = useSettingsWords()
  const { general } = words
  const problems = fieldProblems(draft)
  const change = (part: Partial<Settings['general']>) =>
    form.edit((now) => ({ ...now, general: { ...now.general, ...part } }))
  return (
    <>
      <h1>{words.settings.general}</h1>
      <p class="text-2">{general.lead}</p>
      <Block title={general.shop}>
        <TextSetting
          label={general.shopName}
          help={general.shopNameHelp}
          max={80}
          value={draft.general.shopName}
          problem={problems.get('general.shopName')}
          onValue={(shopName) => change({ shopName })}
        />
        <TimeZone form={form} draft={draft} onValue={(timeZone) => change({ timeZone })} />
      </Block>
      <Block title={general.brand}>
        <BrandColour
          preview={preview}
          value={draft.general.brandColour}
          problem={problemText(words, problems.get('general.brandColour'))}
          onValue={(brandColour) => change({ brandColour })}
        />
      </Block>
      <Block title={general.inbox}>
        <SwitchSetting
          label={general.badge}
          help={general.badgeHelp}
          on={draft.general.unreadBadge}
          onChange={(unreadBadge) => change({ unreadBadge })}
        />
      </Block>
      <Block title={general.campaigns}>
        <Attribution
          hours={draft.marketing.attributionHours}
          onHours={(attributionHours) =>
            form.edit((now) => ({ ...now, marketing: { ...now.marketing, attributionHours } }))
          }
        />
      </Block>
      <Automation form={form} draft={draft} />
      <Block title={general.terms} text={general.termsHelp}>
        <TextSetting
          label={general.privacyUrl}
          type="url"
          value={draft.general.privacyUrl}
          problem={problems.get('general.privacyUrl')}
          onValue={(privacyUrl) => change({ privacyUrl: privacyUrl.trim() })}
        />
        <TextSetting
          label={general.termsUrl}
          type="url"
          value={draft.general.termsUrl}
          problem={problems.get('general.termsUrl')}
          onValue={(termsUrl) => change({ termsUrl: termsUrl.trim() })}
        />
      </Block>
      <Block title={general.storefronts} text={general.storefrontsHelp}>
        <Storefronts
          addresses={draft.general.storefronts}
          problems={problems}
          onChange={(storefronts) => change({ storefronts })}
        />
      </Block>
    </>
  )
}

function TimeZone({ form, draft, onValue }: Omit<Props, 'preview'> & { onValue: (zone: string) => void }) {
  const words = useSettingsWords()
  const { moments, clock } = usePage()
  const id = useId()
  const zone = draft.general.timeZone
  const zones = form.zones.value
  const unknown = form.problems.value.some((problem) => problem.code === 'unknown_zone')
  const named = (name: string) => {
    try {
      return words.general.timeZoneNow(name, moments.value.time(clock.tick.value, name))
    } catch {
      return name
    }
  }
  return (
    <div class="field">
      <label for={id}>{words.general.timeZone}</label>
      <select
        id={id}
        class="select"
        value={zone}
        aria-invalid={unknown || undefined}
        aria-describedby={`${id}-help`}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        {(zones.includes(zone) ? zones : [zone, ...zones]).map((name) => (
          <option key={name} value={name}>
            {name === zone ? named(name) : name.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
      {unknown ? (
        <Problem id={`${id}-help`} text={words.settings.unknownZone} />
      ) : (
        <p class="help" id={`${id}-help`}>
          {words.general.timeZoneHelp}
        </p>
      )}
    </div>
  )
}
