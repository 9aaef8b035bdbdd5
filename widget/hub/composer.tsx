import { signal } from '@preact/signals'
import { createRef } from 'preact'
import { isBlank } from '../../server/protocol/text.ts'
import type { EmojiPicker } from '../thread/emoji.tsx'
import type { Chat } from './chat.ts'
import type { Hub } from './hub.ts'
import { Icon, IconButton } from './icon.tsx'
import { Live, takeLostFocus } from './live.ts'

/** The field: grows with its text, Enter sends, Shift+Enter breaks the line, an input method's Enter does neither. */
export class Composer extends Live<{ hub: Hub; chat: Chat }> {
  private field = createRef<HTMLTextAreaElement>()
  private tooLong = signal(false)
  private picker = signal<{ Picker?: typeof EmojiPicker }>({})

  override componentDidMount() {
    takeLostFocus(this.field.current)
    this.componentDidUpdate()
  }

  override componentDidUpdate() {
    const field = this.field.current
    if (!field) return
    field.style.height = 'auto'
    field.style.height = `${field.scrollHeight}px`
  }

  private submit(event: Event) {
    const { draft, typing, outbox } = this.props.chat
    event.preventDefault()
    const refused = outbox.add(draft.peek())
    this.tooLong.value = refused === 'message_too_long'
    if (refused) return
    draft.value = ''
    typing.stop()
    this.closePicker()
  }

  private closePicker = () => {
    this.picker.value = {}
    this.field.current?.focus()
  }

  private pick = (emoji: string) => {
    const field = this.field.current
    if (!field) return
    field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end')
    this.props.chat.draft.value = field.value
  }

  override draw() {
    const { words } = this.props.hub
    const { draft, typing } = this.props.chat
    const { Picker } = this.picker.value
    return (
      <form class="composer" onSubmit={(event) => this.submit(event)}>
        {Picker && <Picker label={words.emoji} close={this.closePicker} pick={this.pick} />}
        {this.tooLong.value && <p role="alert">{words.tooLong}</p>}
        <div class="box">
          <textarea
            ref={this.field}
            rows={1}
            value={draft.value}
            placeholder={words.write}
            aria-label={words.write}
            dir="auto"
            enterkeyhint="send"
            onInput={(event) => {
              draft.value = event.currentTarget.value
              this.tooLong.value = false
              typing.stroke()
            }}
            onBlur={typing.stop}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.submit(event)
            }}
          />
          <IconButton
            name="emoji"
            label={words.emoji}
            press={() =>
              Picker
                ? this.closePicker()
                : void import('../thread/emoji.tsx').then((loaded) => {
                    this.picker.value = { Picker: loaded.EmojiPicker }
                  })
            }
          />
          <button type="submit" class="icon go" aria-label={words.send} aria-disabled={isBlank(draft.value)}>
            <Icon name="send" />
          </button>
        </div>
      </form>
    )
  }
}
