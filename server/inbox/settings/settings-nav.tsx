import './settings-nav.css'
import { useEffect, useRef } from 'preact/hooks'
import { useScreen } from '../desk-screen.ts'
import { channelIcon, Icon } from '../parts/icon.tsx'
import { isRemote, routeUrl, type Section, sections } from '../route.ts'
import { sectionName } from './section-names.ts'
import { useSettingsWords } from './settings-words.ts'
import { useGoesOn } from './use-goes-on.ts'
import { maySee } from './who-may.ts'

/** All sections that one may see. In a narrow window they stand in one line, longer than the window. */
export function SettingsNav({ section }: { section: Section }) {
  const words = useSettingsWords()
  const { settings, menu } = words
  const { desk, navOpen } = useScreen()
  const mine = sections.filter((name) => maySee(desk.me.value.role, name))
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    place.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [section])
  const goesOn = useGoesOn(place)
  const ofChannel = (name: Section) => name === 'web-chat' || isRemote(name)
  const link = (name: Section) => (
    <a
      key={name}
      href={routeUrl({ page: 'settings', section: name })}
      aria-current={name === section ? 'page' : undefined}
    >
      {ofChannel(name) && <Icon name={channelIcon[isRemote(name) ? name : 'web_chat']} small />}
      {sectionName(name, words)}
    </a>
  )
  return (
    <nav ref={place} class="settings-nav" aria-label={settings.nav} data-goes-on={goesOn}>
      <button
        type="button"
        class="button icon-only only-narrow"
        aria-label={menu}
        onClick={() => (navOpen.value = true)}
      >
        <Icon name="menu" />
      </button>
      <h2>{settings.title}</h2>
      {mine.filter((name) => !ofChannel(name)).map(link)}
      {mine.some(ofChannel) && <p class="caption">{settings.channels}</p>}
      {mine.filter(ofChannel).map(link)}
    </nav>
  )
}
