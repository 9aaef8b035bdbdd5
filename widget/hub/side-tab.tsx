import { signal } from '@preact/signals'
import { type Hub, shownTab } from './hub.ts'
import { IconButton } from './icon.tsx'
import { Live } from './live.ts'

/** The frame of Home and Orders (W-14); what stands in it is loaded when one of them is opened first. */
export class SideTab extends Live<{ hub: Hub }> {
  private failed = signal(false)

  override componentDidMount() {
    void this.load()
  }

  private load = async () => {
    const { hub } = this.props
    this.failed.value = false
    try {
      hub.tabs.value ??= await (await import('./tabs/tabs.tsx')).createTabs(hub)
    } catch {
      // The files picked for a message would not outlive a new hub.
      const isFree = !hub.chat.peek()?.files.peek().length
      this.failed.value = !(isFree && (await hub.context.again()))
    }
  }

  override draw() {
    const { hub } = this.props
    const { settings, words, close, tabs } = hub
    const name = shownTab(hub)
    const Content = tabs.value?.[name === 'orders' ? name : 'home']
    return (
      <>
        <div class={`head ${name}`}>
          <b class="grow">{name === 'orders' ? words.orders : settings.shopName}</b>
          <IconButton name="close" label={words.close} press={close} />
        </div>
        <div class="body">
          {Content && <Content />}
          {this.failed.value && (
            <div class="middle">
              {words.offline}
              <button type="button" class="button" onClick={() => void this.load()}>
                {words.retry}
              </button>
            </div>
          )}
        </div>
      </>
    )
  }
}
