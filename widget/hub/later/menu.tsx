import { signal } from '@preact/signals'
import { createRef, type RefObject } from 'preact'
import type { Chat } from '../chat.ts'
import type { Hub } from '../hub.ts'
import { dress } from './dress.ts'
import { ring } from './ring.ts'
import type { LaterWords } from '../../words/later.en.ts'
import { Worded } from './worded.ts'

export type MenuProps = {
  hub: Hub
  chat: Chat
  open: boolean
  fold: () => void
  opener: RefObject<HTMLButtonElement | null>
}

/** Sound on or off (W-13), and the end of the conversation, asked once (W-6). */
export class Menu extends Worded<MenuProps> {
  private menu = createRef<HTMLDivElement>()
  private ask = createRef<HTMLDialogElement>()
  private failed = signal(false)

  override drawIn(words: LaterWords) {
    const { chat, open, fold, opener } = this.props
    const { ticket } = chat.current.value
    return (
      <>
        {open && (
          <div
            ref={this.menu}
            role="menu"
            onFocusOut={({ relatedTarget: to }) => {
              if (!(to instanceof Node && this.menu.current?.contains(to))) fold()
            }}
            onKeyDown={(event) => {
              const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
              if (!step) return
              event.preventDefault()
              const items = [...event.currentTarget.querySelectorAll('button')]
              const at = items.findIndex((item) => item.matches(':focus'))
              items.at((at + step) % items.length)?.focus()
            }}
          >
            <button
              type="button"
              role="menuitemcheckbox"
              aria-checked={chat.sound.value}
              ref={dressAndFocus}
              onClick={() => {
                chat.sound.value = !chat.sound.peek()
                // What it sounds like; and a browser lets a page sound after a click only.
                if (chat.sound.peek()) ring()
              }}
            >
              {words.sound}
            </button>
            {ticket.value && (
              <button
                type="button"
                role="menuitem"
                onClick={() => {
                  // A dialog gives the focus back to who had it; this item is gone by then.
                  opener.current?.focus()
                  this.ask.current?.showModal()
                }}
              >
                {words.endChat}
              </button>
            )}
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
      </>
    )
  }
}

/** For a `ref`; the same function at every drawing, so that Preact calls it once. */
const dressAndFocus = (element: HTMLElement | null) => {
  dress(element)
  element?.focus()
}
