import { Icon } from '../icon.tsx'
import { Live } from '../live.ts'
import { say } from '../voice.ts'
import { Article, HelpList } from './help-view.tsx'
import { LatestCard } from './latest-card.tsx'
import type { TabParts } from './tabs.tsx'

/**
 * W-14: a greeting, the latest order, the ways to chat, the help articles. A visitor is shown how to sign in instead (W-1:
 * never the chat itself).
 */
export class Home extends Live<TabParts> {
  override componentDidMount() {
    const { hub, orders, help } = this.props
    help.need()
    if (hub.shopper.peek()) orders.need()
  }

  override draw() {
    const { hub, said, orders, help } = this.props
    const { settings, words } = hub
    const latest = hub.shopper.value ? orders.latest.value : null
    if (help.open.value) return <Article {...this.props} article={help.open.value} />
    return (
      <>
        <div class="hero">
          <h2 dir="auto">{this.greeting()}</h2>
          <p>{said.lead}</p>
        </div>
        <div class="cards">
          {latest && <LatestCard {...this.props} order={latest} />}
          <Chat {...this.props} />
          <HelpList {...this.props} />
          {(settings.termsUrl || settings.privacyUrl) && (
            <p class="legal">
              {settings.termsUrl && <Page href={settings.termsUrl} text={words.terms} />}
              {settings.privacyUrl && <Page href={settings.privacyUrl} text={words.privacy} />}
            </p>
          )}
        </div>
      </>
    )
  }

  private greeting(): string {
    const { hub, said } = this.props
    const hour = new Date().getHours()
    const greeting = hour < 5 || hour >= 18 ? said.evening : hour < 12 ? said.morning : said.afternoon
    const name = hub.shopper.value && hub.person?.name.split(' ')[0]
    return name ? say(said.greetBy, { greeting, name }) : greeting
  }
}

/** A way into the chat; or why there is none, and what to do about it. */
class Chat extends Live<TabParts> {
  override draw() {
    const { hub, said } = this.props
    const { settings, voice, tab } = hub
    const chat = hub.chat.value
    if (chat)
      return (
        <button type="button" class="card" onClick={() => (tab.value = 'chat')}>
          <Icon name="chat" />
          <span class="grow">
            {said.writeUs}
            <small>{voice.hours(chat.hours.value)}</small>
          </span>
          <Icon name="onward" />
        </button>
      )
    if (hub.shopper.value)
      return (
        <div class="card">
          <Icon name="chat" />
          {hub.words.chatOff}
        </div>
      )
    return (
      <div class="card wide">
        <Icon name="chat" />
        <span class="grow">{said.signInText}</span>
        {settings.signInUrl && (
          <a class="button solid" href={settings.signInUrl}>
            {said.signIn}
          </a>
        )}
      </div>
    )
  }
}

function Page({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} target="_blank" rel="noopener">
      {text}
    </a>
  )
}
