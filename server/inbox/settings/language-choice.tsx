import './language-choice.css'
import { type HubLanguage, hubLanguages } from '../../protocol/hub-languages.ts'
import { Icon } from '../parts/icon.tsx'
import { useSettingsWords } from './settings-words.ts'

type Props = {
  chosen: HubLanguage
  /** Languages in which there is something, and what that is. */
  marked: readonly HubLanguage[]
  mark: string
  onChoose: (language: HubLanguage) => void
}

/** One of the hub's languages. */
export function LanguageChoice({ chosen, marked, mark, onChoose }: Props) {
  const { articlesPage, hubLanguage } = useSettingsWords()
  return (
    <div class="segments language-choice" role="group" aria-label={articlesPage.language}>
      {hubLanguages.map((language) => (
        <button
          key={language}
          type="button"
          class="button"
          aria-pressed={language === chosen}
          onClick={() => onChoose(language)}
        >
          {hubLanguage[language]}
          {marked.includes(language) && (
            <>
              <Icon name="check" small />
              <span class="hidden-text">{mark}</span>
            </>
          )}
        </button>
      ))}
    </div>
  )
}
