import { say } from './voice.ts'
import type { Hub } from './hub.ts'
import { Icon, IconButton } from './icon.tsx'
import { live } from './live.ts'

/** A greeting and the ways on; for a visitor how to get to chat (W-1: never the chat itself). */
export const Home = live<{ hub: Hub }>(({ hub }) => {
  const { settings, words, voice, signedIn, tab } = hub
  const chat = hub.chat.value
  const name = chat?.person.name.split(' ')[0]
  return (
    <div class="body">
      <div class="hero">
        <div class="head">
          <b class="grow">{settings.shopName}</b>
          <IconButton name="close" label={words.close} press={hub.close} />
        </div>
        <h2 dir="auto">{name ? say(words.named, { name }) : words.hello}</h2>
        <p>{words.help}</p>
      </div>
      <div class="cards">
        {chat ? (
          <button
            type="button"
            class="card"
            onClick={() => {
              tab.value = 'chat'
            }}
          >
            <Icon name="chat" />
            <span class="grow">
              {words.writeUs}
              <small>{voice.hours(chat.hours.value)}</small>
            </span>
            <Icon name="onward" />
          </button>
        ) : (
          <div class="card">
            <Icon name="chat" />
            {signedIn || !settings.chat ? words.chatOff : words.signIn}
          </div>
        )}
        {settings.termsUrl && <Page href={settings.termsUrl} text={words.terms} />}
        {settings.privacyUrl && <Page href={settings.privacyUrl} text={words.privacy} />}
      </div>
    </div>
  )
})

function Page({ href, text }: { href: string; text: string }) {
  return (
    <a class="card" href={href} target="_blank" rel="noopener">
      <span class="grow">{text}</span>
      <Icon name="onward" />
    </a>
  )
}
