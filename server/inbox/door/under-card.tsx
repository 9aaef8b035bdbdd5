import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { themeIcons } from '../shell/account-menu.tsx'
import { themes } from '../theme.ts'

/** Under every card of the door: a word, and the theme. */
export function UnderCard({ text }: { text?: string }) {
  const { nav } = useWords()
  const { theme } = usePage()
  return (
    <div class="under-card">
      {text && <span>{text}</span>}
      <div class="segments" role="group" aria-label={nav.theme}>
        {themes.map((name) => (
          <button
            key={name}
            type="button"
            class="button"
            aria-pressed={theme.theme.value === name}
            onClick={() => theme.choose(name)}
          >
            <Icon name={themeIcons[name]} small />
            {nav[name]}
          </button>
        ))}
      </div>
    </div>
  )
}
