import { signal } from '@preact/signals'
import { createRef } from 'preact'
import { isBlank } from '../../server/protocol/text.ts'
import type { EmojiPickerProps } from '../thread/emoji.tsx'
import type { Chat } from './chat.ts'
import type { Hub } from './hub.ts'
import { Icon, IconButton } from './icon.tsx'
import { isPartMissing, later, Live, takeLostFocus } from './live.ts'

const Picked = later<{ hub: Hub; chat: Chat }>(async () => (await import('./later/picked.tsx')).Picked)
const Picker = later<EmojiPickerProps>(async () => (await import('../thread/emoji.tsx')).EmojiPicker)

/** The field: grows with its text, Enter sends, Shift+Enter breaks the line, an input method's Enter does neither. */
export class Composer extends Live<{ hub: Hub; chat: Chat }> {
  private field = createRef<HTMLTextAreaElement>()
  private tooLong = signal(false)
  private picking = signal(false)
  private busy = false

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
    const { draft, files, outbox } = this.props.chat
    event.preventDefault()
    if (files.peek().length) return void this.submitFiles()
    const refused = outbox.add(draft.peek())
    this.tooLong.value = refused === 'message_too_long'
    if (!refused) this.sent()
  }

  /** Files are kept before they are sent; what is typed or picked meanwhile is for the next message. */
  private async submitFiles() {
    const { chat } = this.props
    const [text, files] = [chat.draft.peek(), chat.files.peek()]
    if (this.busy) return
    this.busy = true
    try {
      const { sendFiles } = await import('./later/send-files.ts')
      if (!(await sendFiles(chat, text, files))) return
      chat.files.value = chat.files.peek().filter((file) => !files.includes(file))
      if (chat.draft.peek() === text) this.sent()
    } catch {
      // Everything stays where it is.
      isPartMissing.value = true
    } finally {
      this.busy = false
    }
  }

  private sent() {
    const { draft, typing } = this.props.chat
    draft.value = ''
    typing.stop()
    this.closePicker()
  }

  private closePicker = () => {
    this.picking.value = false
    this.field.current?.focus()
  }

  /** Answers whether there was any. */
  private take(list: FileList | null | undefined): boolean {
    const { files } = this.props.chat
    if (!list?.length) return false
    files.value = [...files.peek(), ...list]
    this.field.current?.focus()
    return true
  }

  private pick = (emoji: string) => {
    const field = this.field.current
    if (!field) return
    field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end')
    this.props.chat.draft.value = field.value
  }

  override draw() {
    const { hub, chat } = this.props
    const { words } = hub
    const { draft, files, typing } = chat
    return (
      <form
        class="composer"
        onSubmit={(event) => this.submit(event)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          if (this.take(event.dataTransfer?.files)) event.preventDefault()
        }}
      >
        {files.value.length > 0 && <Picked hub={hub} chat={chat} />}
        {this.picking.value && <Picker label={words.emoji} close={this.closePicker} pick={this.pick} />}
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
            onPaste={(event) => {
              if (this.take(event.clipboardData?.files)) event.preventDefault()
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.submit(event)
            }}
          />
          <IconButton
            name="emoji"
            label={words.emoji}
            press={() => {
              if (this.picking.peek()) this.closePicker()
              else this.picking.value = true
            }}
          />
          <label class="icon" title={words.attach}>
            <Icon name="clip" />
            <input
              type="file"
              multiple
              aria-label={words.attach}
              onChange={({ currentTarget: input }) => {
                this.take(input.files)
                // The same file can be picked again.
                input.value = ''
              }}
            />
          </label>
          <button
            type="submit"
            class="icon go"
            aria-label={words.send}
            aria-disabled={isBlank(draft.value) && !files.value.length}
          >
            <Icon name="send" />
          </button>
        </div>
      </form>
    )
  }
}
