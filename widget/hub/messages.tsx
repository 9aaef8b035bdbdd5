import { signal } from '@preact/signals'
import { createRef } from 'preact'
import { Avatar, Bubbles } from './bubbles.tsx'
import type { Chat } from './chat.ts'
import type { Hub } from './hub.ts'
import { Live } from './live.ts'

/** Closer to the end than this, the reader wants to stay at the end. */
const nearEnd = 64

/** The thread, which stays at its end while the reader is there, and where they are when they read further up. */
export class Messages extends Live<{ hub: Hub; chat: Chat }> {
  private scroller = createRef<HTMLDivElement>()
  private atEnd = signal(true)
  private top = 0
  private drawn = { first: 0, height: 0, mine: 0 }
  /** A growing field or a phone's keyboard takes room from the thread; pictures in it grow when they have come. */
  private room = new ResizeObserver(() => this.componentDidUpdate())

  override componentDidMount() {
    document.addEventListener('visibilitychange', this.look)
    this.componentDidUpdate()
    const box = this.scroller.current
    for (const one of [box, box?.firstElementChild]) if (one) this.room.observe(one)
  }

  override componentWillUnmount() {
    document.removeEventListener('visibilitychange', this.look)
    this.room.disconnect()
    super.componentWillUnmount()
  }

  override componentDidUpdate() {
    const box = this.scroller.current
    if (!box) return
    const { outbox, current } = this.props.chat
    const { first, height, mine } = this.drawn
    const now = {
      first: current.peek().thread.events.peek()[0]?.n ?? 0,
      height: box.scrollHeight,
      mine: outbox.items.peek().length,
    }
    // What one has just written oneself is always shown; what is being read further up stays where it is.
    if (this.atEnd.peek() || now.mine > mine) box.scrollTop = now.height
    else if (now.first < first) box.scrollTop += now.height - height
    this.drawn = now
    this.look()
  }

  /** W-11: seen is what stood here, in an open tab of a visible page. */
  private look = () => {
    const box = this.scroller.current
    const { thread } = this.props.chat.current.peek()
    if (!box) return
    // Who was at the end leaves it by going up only, not where more came to stand below.
    if (box.scrollHeight - box.scrollTop - box.clientHeight < nearEnd) this.atEnd.value = true
    else if (box.scrollTop < this.top) this.atEnd.value = false
    this.top = box.scrollTop
    if (this.atEnd.peek() && !document.hidden && thread.unread.peek()) thread.seen(thread.lastTheirs.peek())
  }

  override draw() {
    const { hub, chat } = this.props
    const { thread } = chat.current.value
    const typing = thread.typing.value
    return (
      <div
        class="body"
        ref={this.scroller}
        onScroll={this.look}
        role="log"
        aria-live="polite"
        aria-label={hub.words.messages}
        tabIndex={0}
      >
        <div class="thread">
          {thread.earlier.value && !chat.past.value.length && (
            <button type="button" class="link line" onClick={() => void thread.loadEarlier()}>
              {hub.words.earlier}
            </button>
          )}
          <Bubbles hub={hub} chat={chat} entries={[...chat.past.value, ...thread.entries.value]} />
          {typing !== null && (
            // Not announced: it would talk into everything else.
            <div class="group theirs" aria-hidden="true">
              <Avatar name={typing} />
              <p class="bubble dots">
                <i />
                <i />
                <i />
              </p>
            </div>
          )}
        </div>
        {!this.atEnd.value && thread.unread.value > 0 && (
          <button
            type="button"
            class="button news"
            onClick={() => this.scroller.current?.scrollTo({ top: this.scroller.current.scrollHeight })}
          >
            {hub.words.newMessages}
          </button>
        )}
      </div>
    )
  }
}
