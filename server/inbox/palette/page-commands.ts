import { type Language, languageCodes, languages } from '../language.ts'
import { signOut } from '../page.ts'
import { themeIcons } from '../shell/account-menu.tsx'
import { themes } from '../theme.ts'
import type { Command, Source } from './command.ts'

/** What concerns the agent and this page: away, theme, language, keys, the end. */
export const pageCommands: Source = ({ page, screen, words }) => {
  const { desk } = screen
  const away = desk.away.value
  const spoken = page.language.language.value
  const theme = page.theme.theme.value
  const speak = async (code: Language) => {
    if (!(await page.language.choose(code))) page.toasts.complain(page.words.peek().partFailed)
  }
  const command = (id: string, title: string, icon: Command['icon'], run: () => void, more: Partial<Command> = {}) => ({
    id,
    group: 'page' as const,
    title,
    icon,
    run,
    ...more,
  })
  return [
    command(
      'away',
      away ? words.palette.beOnline : words.palette.beAway,
      'person',
      () => void desk.done(desk.link.ask('away.set', { away: !away })),
      { also: `${words.together.available} ${words.together.setAway}` },
    ),
    ...themes
      .filter((one) => one !== theme)
      .map((one) =>
        command(`theme.${one}`, `${words.nav.theme}: ${words.nav[one]}`, themeIcons[one], () => page.theme.choose(one)),
      ),
    ...languageCodes
      .filter((code) => code !== spoken)
      .map((code) =>
        command(`language.${code}`, `${words.nav.language}: ${languages[code]}`, 'chat', () => void speak(code)),
      ),
    command('fold', words.details.fold, 'panel', () => (screen.folded.value = !screen.folded.peek()), { key: ']' }),
    command('keys', words.nav.keys, 'keyboard', () => (screen.keysOpen.value = true), { key: '?' }),
    command('sign-out', words.nav.signOut, 'signOut', () => void desk.drafts.flush().then(() => signOut(page))),
  ]
}
