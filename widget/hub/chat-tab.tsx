import { signal } from '@preact/signals'
import { createRef } from 'preact'
import { Avatar } from './bubbles.tsx'
import type { Chat } from './chat.ts'
import { Composer } from './composer.tsx'
import type { Hub } from './hub.ts'
import { Icon, IconButton } from './icon.tsx'
import type { MenuProps } from './later/menu.tsx'
import { isPartMissing, later, Live, live, takeLostFocus } from './live.ts'
import { Messages } from './messages.tsx'
import { say } from './voice.ts'

type Props = { hub: Hub; chat: Chat }

/** The conversation: who is there, what was said, and where to write. */
export const ChatTab = live<Props>(({ hub, chat }) => {
  const { words, settings, voice } = hub
  const { thread, ended } = chat.current.value
  const state = chat.state.value
  const blank = !chat.past.value.length && !thread.entries.value.length
  return (
    <>
      <Header hub={hub} chat={chat} />
      {(state === 'version' || (state === 'online' && isPartMissing.value)) && (
        <Strip text={words.outdated} button={words.reload} press={() => void reload(hub)} />
      )}
      {state === 'offline' && <Strip text={words.later} button={words.tryNow} press={chat.hurry} />}
      {!blank ? (
        <Messages hub={hub} chat={chat} />
      ) : (
        <div class="body middle">
          {/* W-3; a running conversation may still be on its way. */}
          {(chat.ready.value || state === 'offline') && (
            <>
              <Icon name="chat" />
              <h2 dir="auto">{settings.welcome}</h2>
              <small>{voice.hours(chat.hours.value)}</small>
            </>
          )}
        </div>
      )}
      <div class="foot">
        {blank && <Terms hub={hub} />}
        {chat.left.value !== undefined && !ended.value && <Address hub={hub} chat={chat} />}
        {ended.value ? <Over hub={hub} chat={chat} /> : <Composer hub={hub} chat={chat} />}
      </div>
    </>
  )
})

/** The hub alone where that is possible: a reload takes what was written on the shop's page, too. */
async function reload({ context }: Hub) {
  if (!(await context.again())) location.reload()
}

/** Who one talks to, whether somebody is there, and the way out. */
const Header = live<Props>(({ hub, chat }) => {
  const { words, settings, voice } = hub
  const { thread, ended } = chat.current.value
  const agent = thread.events.value.findLast((event) => event.type === 'message' && event.from === 'agent')
  const state = chat.state.value
  const isHere = state === 'online' && chat.hours.value?.open
  return (
    <div class="head">
      {agent?.type === 'message' && <Avatar name={agent.name} />}
      <div class="grow">
        <b>
          {agent?.type === 'message'
            ? say(words.from, { name: agent.name?.split(' ')[0] ?? '', shop: settings.shopName })
            : settings.shopName}
        </b>
        <small class={isHere ? 'here' : ''}>
          {state === 'online'
            ? voice.hours(chat.hours.value)
            : state === 'connecting'
              ? words.connecting
              : words.offline}
        </small>
      </div>
      {!ended.value && <MenuButton hub={hub} chat={chat} />}
      <IconButton name="close" label={words.close} press={hub.close} />
    </div>
  )
})

const Menu = later<MenuProps>(async () => (await import('./later/menu.tsx')).Menu)

/** The way to the chat's menu, which comes when it is first asked for. */
class MenuButton extends Live<Props> {
  private opener = createRef<HTMLButtonElement>()
  /** null: it was not asked for yet. */
  private open = signal<boolean | null>(null)

  override draw() {
    const { hub, chat } = this.props
    const open = this.open.value
    const fold = () => {
      this.open.value = false
    }
    return (
      <div
        class="menu"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open) return
          event.stopPropagation()
          fold()
          this.opener.current?.focus()
        }}
      >
        <button
          type="button"
          class="icon"
          ref={this.opener}
          aria-label={hub.words.menu}
          aria-haspopup="menu"
          aria-expanded={!!open}
          onClick={() => {
            this.open.value = !open
          }}
        >
          <Icon name="more" />
        </button>
        {open !== null && <Menu {...{ hub, chat, open, fold }} opener={this.opener} />}
      </div>
    )
  }
}

function Strip({ text, button, press }: { text: string; button: string; press: () => void }) {
  return (
    <div class="strip" role="status">
      <span class="grow">{text}</span>
      <button type="button" class="link" onClick={press}>
        {button}
      </button>
    </div>
  )
}

/** W-4 */
function Terms({ hub }: { hub: Hub }) {
  const { settings, words } = hub
  const [before, after] = words.accept.split('{links}')
  const links = [
    settings.termsUrl && <Legal href={settings.termsUrl} text={words.terms} />,
    settings.privacyUrl && <Legal href={settings.privacyUrl} text={words.privacy} />,
  ].filter(Boolean)
  if (!links.length) return null
  return (
    <p class="terms">
      {before}
      {links[0]}
      {links[1] && ' · '}
      {links[1]}
      {after}
    </p>
  )
}

function Legal({ href, text }: { href: string; text: string }) {
  return (
    <a href={href} target="_blank" rel="noopener">
      {text}
    </a>
  )
}

const Rating = later<Props>(async () => (await import('./later/rating.tsx')).Rating)

const Address = later<Props>(async () => (await import('./later/address.tsx')).Address)

/** W-6: what stands above stays until the shopper begins anew. D-10: how it was, where the shop wants to know. */
class Over extends Live<Props> {
  private asks = signal(false)

  override componentDidMount() {
    void this.props.chat.mayRate().then((asks) => {
      this.asks.value = asks
    })
  }

  override draw() {
    const { hub, chat } = this.props
    return (
      <>
        {this.asks.value && <Rating hub={hub} chat={chat} />}
        <button type="button" class="button solid" ref={takeLostFocus} onClick={chat.startNew}>
          {hub.words.newChat}
        </button>
      </>
    )
  }
}
