import { signal } from '@preact/signals'
import { createRef } from 'preact'
import { Avatar } from './bubbles.tsx'
import type { Chat } from './chat.ts'
import { Composer } from './composer.tsx'
import type { Hub } from './hub.ts'
import { Icon, IconButton } from './icon.tsx'
import { Live, live, takeLostFocus } from './live.ts'
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
      {state === 'version' && <Strip text={words.outdated} button={words.reload} press={() => location.reload()} />}
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
        {ended.value ? <Over hub={hub} chat={chat} /> : <Composer hub={hub} chat={chat} />}
      </div>
    </>
  )
})

/** Who one talks to, whether somebody is there, and the way out. */
const Header = live<Props>(({ hub, chat }) => {
  const { words, settings, voice } = hub
  const { thread, ticket, ended } = chat.current.value
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
      {ticket.value && !ended.value && <EndChat hub={hub} chat={chat} />}
      <IconButton name="close" label={words.close} press={hub.close} />
    </div>
  )
})

/** W-6: "End chat" in a menu, asked once. */
class EndChat extends Live<Props> {
  private opener = createRef<HTMLButtonElement>()
  private ask = createRef<HTMLDialogElement>()
  private menu = signal(false)
  private failed = signal(false)

  override draw() {
    const { hub, chat } = this.props
    const { words } = hub
    const open = this.menu.value
    const fold = () => {
      this.menu.value = false
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
          aria-label={words.menu}
          aria-haspopup="menu"
          aria-expanded={open}
          onClick={() => {
            this.menu.value = !open
          }}
        >
          <Icon name="more" />
        </button>
        {open && (
          <div role="menu" onFocusOut={fold}>
            <button
              type="button"
              class="button"
              role="menuitem"
              ref={focusOn}
              onClick={() => {
                // A dialog gives the focus back to who had it; this item is gone by then.
                this.opener.current?.focus()
                this.ask.current?.showModal()
              }}
            >
              {words.endChat}
            </button>
          </div>
        )}
        <dialog
          ref={this.ask}
          class="ask"
          role="alertdialog"
          aria-labelledby="ask"
          onKeyDown={(event) => event.stopPropagation()}
        >
          <p id="ask">{this.failed.value ? words.endFailed : words.endAsk}</p>
          <button type="button" class="button" onClick={() => this.ask.current?.close()}>
            {words.keep}
          </button>
          <button
            type="button"
            class="button solid"
            onClick={() =>
              void chat.end().then((ok) => {
                this.failed.value = !ok
              })
            }
          >
            {words.endChat}
          </button>
        </dialog>
      </div>
    )
  }
}

/** For a `ref`; the same function at every drawing, so that Preact calls it once. */
const focusOn = (element: HTMLElement | null) => element?.focus()

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

/** W-6: what stands above stays until the shopper begins anew. */
function Over({ hub, chat }: Props) {
  return (
    <button type="button" class="button solid" ref={takeLostFocus} onClick={chat.startNew}>
      {hub.words.newChat}
    </button>
  )
}
