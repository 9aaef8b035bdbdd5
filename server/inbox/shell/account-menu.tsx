import { useScreen } from '../desk-screen.ts'
import { commandKey } from '../keys.ts'
import { type Language, languageCodes, languages } from '../language.ts'
import { signOut, usePage, useWords } from '../page.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon, type IconName } from '../parts/icon.tsx'
import { Menu, MenuItem } from '../parts/menu.tsx'
import { AwaySwitch } from '../together/colleague.tsx'
import { ownSection } from '../route.ts'
import { type Theme, themes } from '../theme.ts'

export const themeIcons: Record<Theme, IconName> = { system: 'screen', light: 'sun', dark: 'moon' }

/** Who is signed in, with what concerns only this person and this browser. */
export function AccountMenu() {
  const words = useWords()
  const page = usePage()
  const { desk, keysOpen, paletteOpen } = useScreen()
  const me = desk.me.value
  const connected = desk.link.state.value === 'online'
  const away = desk.away.value
  const chosen = page.theme.theme.value
  const speak = async (code: Language) => {
    if (!(await page.language.choose(code))) page.toasts.complain(page.words.peek().partFailed)
  }
  return (
    <div class="account" onClick={(event) => event.stopPropagation()}>
      <Menu
        kind="me"
        side="above"
        align="start"
        label={`${connected && away ? words.together.isAway(me.name) : me.name}. ${words.nav.account}`}
        button={
          <>
            <Avatar id={me.id} name={me.name} size="m" online={connected && !away} away={connected && away} />
            <span class="word">
              <span class="cut who">{me.name}</span>
              <span class="cut text-3">{connected && away ? words.together.setAway : words.role[me.role]}</span>
            </span>
          </>
        }
      >
        {(close) => (
          <>
            <AwaySwitch />
            <p class="caption" role="presentation">
              {words.nav.theme}
            </p>
            {themes.map((theme) => (
              <MenuItem
                key={theme}
                checked={theme === chosen}
                icon={<Icon name={themeIcons[theme]} small />}
                end={theme === chosen && <Icon name="check" small />}
                onPick={() => page.theme.choose(theme)}
              >
                {words.nav[theme]}
              </MenuItem>
            ))}
            <hr />
            <p class="caption" role="presentation">
              {words.nav.language}
            </p>
            {languageCodes.map((code) => (
              <MenuItem
                key={code}
                checked={code === page.language.language.value}
                end={code === page.language.language.value && <Icon name="check" small />}
                onPick={() => void speak(code)}
              >
                <span lang={code}>{languages[code]}</span>
              </MenuItem>
            ))}
            <hr />
            <MenuItem
              icon={<Icon name="bell" small />}
              onPick={() => {
                close()
                page.router.go({ page: 'settings', section: ownSection })
              }}
            >
              {words.preferences.title}
            </MenuItem>
            <MenuItem
              icon={<Icon name="search" small />}
              end={<span class="key">{commandKey} K</span>}
              onPick={() => {
                close()
                paletteOpen.value = true
              }}
            >
              {words.palette.title}
            </MenuItem>
            <MenuItem
              icon={<Icon name="keyboard" small />}
              end={<span class="key">?</span>}
              onPick={() => {
                close()
                keysOpen.value = true
              }}
            >
              {words.nav.keys}
            </MenuItem>
            <MenuItem
              icon={<Icon name="signOut" small />}
              onPick={() => {
                close()
                void desk.drafts.flush().then(() => signOut(page))
              }}
            >
              {words.nav.signOut}
            </MenuItem>
          </>
        )}
      </Menu>
    </div>
  )
}
