import './texts-form.css'
import { useSignal } from '@preact/signals'
import { sentences } from '../../../widget/words/sentences.ts'
import { type HubLanguage, hubLanguages } from '../../protocol/hub-languages.ts'
import type { Settings } from '../../protocol/settings.ts'
import { isBlank } from '../../protocol/text.ts'
import { changedMarks } from '../../protocol/text-marks.ts'
import { LanguageChoice } from './language-choice.tsx'
import { TextSetting } from './form-parts.tsx'
import { withText } from './setting-fields.ts'
import type { SettingsDraft } from './settings-draft.ts'
import { useSettingsWords } from './settings-words.ts'

/** W-13: all sentences of the hub with their default; the merchant's own stand in its place. */
export function TextsForm({ form, draft }: { form: SettingsDraft; draft: Settings }) {
  const { settings, textsPage: said } = useSettingsWords()
  const language = useSignal<HubLanguage>('en')
  const query = useSignal('')
  const onlyOwn = useSignal(false)
  const { texts } = draft.hub
  const own = texts[language.value] ?? {}
  const sought = query.value.trim().toLowerCase()
  const found = Object.entries(sentences[language.value]).filter(
    ([name, text]) =>
      (!onlyOwn.value || own[name] !== undefined) &&
      `${name} ${text} ${own[name] ?? ''}`.toLowerCase().includes(sought),
  )
  return (
    <>
      <h1>{settings.texts}</h1>
      <p class="text-2">{said.lead}</p>
      <div class="texts-language">
        <LanguageChoice
          chosen={language.value}
          marked={hubLanguages.filter((one) => Object.keys(texts[one] ?? {}).length > 0)}
          mark={said.own}
          onChoose={(one) => (language.value = one)}
        />
      </div>
      <div class="texts-find">
        <input
          class="input"
          type="search"
          aria-label={said.search}
          placeholder={said.search}
          value={query.value}
          onInput={(event) => (query.value = event.currentTarget.value)}
        />
        <label>
          <input
            type="checkbox"
            checked={onlyOwn.value}
            onChange={(event) => (onlyOwn.value = event.currentTarget.checked)}
          />
          {said.onlyOwn}
        </label>
      </div>
      {found.length === 0 && <p class="text-3">{said.none}</p>}
      <ul class="texts-list">
        {found.map(([name, text]) => (
          <Sentence
            key={`${language.value} ${name}`}
            text={text}
            own={own[name]}
            onWord={(wording) =>
              form.edit((now) => ({ ...now, hub: withText(now.hub, language.value, name, wording) }))
            }
          />
        ))}
      </ul>
    </>
  )
}

type SentenceProps = { text: string; own: string | undefined; onWord: (wording: string | undefined) => void }

function Sentence({ text, own, onWord }: SentenceProps) {
  const { textsPage: said } = useSettingsWords()
  const problem = own === undefined ? null : problemOf(said, text, own)
  return (
    <li data-own={own !== undefined || undefined}>
      <TextSetting
        label={text}
        value={own ?? text}
        lines={text.length > 60}
        max={300}
        wrong={problem}
        {...(own !== undefined && { help: said.own })}
        onValue={(wording) => onWord(wording === text ? undefined : wording)}
      />
      {own !== undefined && (
        <button type="button" class="button small" onClick={() => onWord(undefined)}>
          {said.reset}
        </button>
      )}
    </li>
  )
}

type Said = ReturnType<typeof useSettingsWords>['textsPage']

/** The rule book says the same when it is saved (hubTextProblems). */
function problemOf(said: Said, text: string, own: string): string | null {
  if (isBlank(own)) return said.blank
  const { lost, unknown } = changedMarks(text, own)
  if (lost.length > 0) return said.lost(lost.join(', '))
  return unknown.length > 0 ? said.unknown(unknown.join(', ')) : null
}
