import { createRef } from 'preact'
import { ChatTab } from './chat-tab.tsx'
import type { Chat } from './chat.ts'
import { Home } from './home.tsx'
import type { Hub } from './hub.ts'
import { Icon } from './icon.tsx'
import { Live, live, takeLostFocus } from './live.ts'
import { fitScreen } from './phone.ts'

/** The hub itself: a dialog in the corner, the whole screen on phones. Drawn only while it is open. */
export const Drawer = live<{ hub: Hub }>(({ hub }) => (hub.isOpen.value ? <OpenDrawer hub={hub} /> : null))

class OpenDrawer extends Live<{ hub: Hub }> {
  private box = createRef<HTMLDialogElement>()
  private stopFitting = () => {}

  override componentDidMount() {
    const drawer = this.box.current
    if (!drawer) return
    this.stopFitting = fitScreen(drawer)
    // Into the field; but on a touch screen that would raise the keyboard before anything was read.
    if (matchMedia('(hover: hover)').matches) drawer.querySelector('textarea')?.focus()
  }

  /** Did the focus stand in the drawer? Then it stays there, whatever a change of the settings takes away. */
  override getSnapshotBeforeUpdate() {
    const root = this.box.current?.getRootNode()
    return root instanceof ShadowRoot && !!root.activeElement
  }

  override componentDidUpdate(_props: unknown, _state: unknown, hadFocus: boolean) {
    if (hadFocus) takeLostFocus(this.box.current?.querySelector('.head > button') ?? null)
  }

  override componentWillUnmount() {
    this.stopFitting()
    super.componentWillUnmount()
  }

  override draw() {
    const { hub } = this.props
    const chat = hub.chat.value
    return (
      <dialog
        class="drawer"
        ref={this.box}
        aria-label={hub.settings.shopName}
        onKeyDown={(event) => {
          // The shop's own shortcuts must not hear what is typed here.
          event.stopPropagation()
          if (event.key === 'Escape') hub.close()
        }}
      >
        {chat && hub.tab.value === 'chat' ? <ChatTab hub={hub} chat={chat} /> : <Home hub={hub} />}
        {chat && <Tabs hub={hub} chat={chat} />}
      </dialog>
    )
  }
}

/** For shoppers who can chat; the arrow keys walk. */
const Tabs = live<{ hub: Hub; chat: Chat }>(({ hub, chat }) => {
  const { tab, words } = hub
  const unread = chat.current.value.thread.unread.value
  return (
    <div
      class="tabs"
      role="tablist"
      onKeyDown={(event) => {
        if (!event.key.startsWith('Arrow')) return
        tab.value = tab.value === 'home' ? 'chat' : 'home'
        event.currentTarget.querySelector<HTMLElement>('[tabindex="-1"]')?.focus()
      }}
    >
      {(['home', 'chat'] as const).map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={tab.value === name}
          tabIndex={tab.value === name ? 0 : -1}
          onClick={() => {
            tab.value = name
          }}
        >
          <Icon name={name} />
          {words[name]}
          {name === 'chat' && tab.value === 'home' && unread > 0 && <span class="n">{unread}</span>}
        </button>
      ))}
    </div>
  )
})
