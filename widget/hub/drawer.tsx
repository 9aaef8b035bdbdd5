import { createRef } from 'preact'
import { ChatTab } from './chat-tab.tsx'
import { type Hub, shownTab, tabsOf } from './hub.ts'
import { Icon } from './icon.tsx'
import { Live, live, takeLostFocus } from './live.ts'
import { fitScreen } from './phone.ts'
import { SideTab } from './side-tab.tsx'

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
          if (event.key === 'Escape') hub.close()
        }}
        // A phone's way back; no file picked is told by the same name.
        onCancel={(event) => {
          if (event.target !== event.currentTarget) return
          event.preventDefault()
          hub.close()
        }}
      >
        {chat && hub.tab.value === 'chat' ? <ChatTab hub={hub} chat={chat} /> : <SideTab hub={hub} />}
        <Tabs hub={hub} />
      </dialog>
    )
  }
}

/** For shoppers; the arrow keys walk, as the page reads. */
const Tabs = live<{ hub: Hub }>(({ hub }) => {
  const { tab, words, chat } = hub
  const names = tabsOf(hub)
  const shown = shownTab(hub)
  const unread = chat.value?.current.value.thread.unread.value ?? 0
  if (!names[1]) return null
  return (
    <div
      class="tabs"
      role="tablist"
      onKeyDown={(event) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
        const row = event.currentTarget
        if (!step) return
        const onward = row.closest('[dir=rtl]') ? -step : step
        const next = (names.indexOf(shown) + onward + names.length) % names.length
        tab.value = names[next] ?? shown
        row.querySelectorAll('button')[next]?.focus()
      }}
    >
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={name === shown}
          tabIndex={name === shown ? 0 : -1}
          onClick={() => {
            tab.value = name
          }}
        >
          <Icon name={name} />
          {words[name]}
          {name === 'chat' && name !== shown && unread > 0 && <span class="n">{unread}</span>}
        </button>
      ))}
    </div>
  )
})
