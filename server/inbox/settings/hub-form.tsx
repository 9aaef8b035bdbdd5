import { useId } from 'preact/hooks'
import { hubLanguages } from '../../protocol/hub-languages.ts'
import type { Settings } from '../../protocol/settings.ts'
import { TextSetting } from './form-parts.tsx'
import type { FieldProblem } from './settings-check.ts'
import { useSettingsWords } from './settings-words.ts'

type Hub = Settings['hub']
type Props = { hub: Hub; problem: FieldProblem | undefined; onChange: (part: Partial<Hub>) => void }

/** W-13, W-14: what the hub speaks, and where visitors sign in. */
export function HubForm({ hub, problem, onChange }: Props) {
  const { hubForm: said, hubLanguage } = useSettingsWords()
  const id = useId()
  return (
    <>
      <div class="field">
        <label for={id}>{said.language}</label>
        <select
          id={id}
          class="select"
          value={hub.language}
          aria-describedby={`${id}-help`}
          onChange={({ currentTarget: { value } }) =>
            onChange({ language: hubLanguages.find((one) => one === value) ?? 'page' })
          }
        >
          <option value="page">{said.asPage}</option>
          {hubLanguages.map((language) => (
            <option key={language} value={language}>
              {hubLanguage[language]}
            </option>
          ))}
        </select>
        <p class="help" id={`${id}-help`}>
          {said.languageHelp}
        </p>
      </div>
      <TextSetting
        label={said.signInUrl}
        type="url"
        help={said.signInUrlHelp}
        value={hub.signInUrl}
        problem={problem}
        onValue={(signInUrl) => onChange({ signInUrl: signInUrl.trim() })}
      />
    </>
  )
}
