import type { ComponentChildren, RefObject } from 'preact'
import { useSignal, type Signal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { EmojiPicker } from './emoji.tsx'
import { Icon } from './icon.tsx'
import type { Typing } from './typing.ts'
import type { ThreadWords } from './words.ts'

export type ComposerProps = {
  words: ThreadWords
  /** Belongs to the owner, so that it outlives the field. */
  draft: Signal<string>
  /** Takes the text, or says why not; a text that was not taken stays in the field. */
  send: (text: string) => 'message_empty' | 'message_too_long' | null
  typing: Typing
  /** Why nothing can be written now; shown in place of the field's hint. */
  closed?: string | null
  /** The owner's hand on the field, to focus it. */
  field?: RefObject<HTMLTextAreaElement>
  /** More buttons, before the one for emoji. */
  children?: ComponentChildren
}

const tallest = 132

/** The field: grows with its text, Enter sends, Shift+Enter breaks the line, an input method's Enter does neither. */
export function Composer({ words, draft, send, typing, closed, field: given, children }: ComposerProps) {
  const own = useRef<HTMLTextAreaElement>(null)
  const field = given ?? own
  const problem = useSignal<string | null>(null)
  const picker = useSignal<typeof EmojiPicker | null>(null)
  const empty = !draft.value.trim()

  useEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${Math.min(area.scrollHeight, tallest)}px`
  }, [field, draft.value])

  function submit() {
    const refused = send(draft.peek())
    problem.value = refused === 'message_too_long' ? words.tooLong : null
    if (refused) return
    draft.value = ''
    picker.value = null
    typing.stop()
    field.current?.focus()
  }

  function insert(emoji: string) {
    const area = field.current
    if (!area) return
    area.setRangeText(emoji, area.selectionStart, area.selectionEnd, 'end')
    draft.value = area.value
    typing.stroke()
  }

  function closePicker() {
    picker.value = null
    field.current?.focus()
  }

  async function openPicker() {
    picker.value = (await import('./emoji.tsx')).EmojiPicker
  }

  const Picker = picker.value
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {Picker && <Picker label={words.emoji} pick={insert} close={closePicker} />}
      {problem.value && (
        <p class="problem" role="alert">
          {problem.value}
        </p>
      )}
      <div class="box">
        <textarea
          ref={field}
          rows={1}
          value={draft}
          disabled={!!closed}
          placeholder={closed ?? words.write}
          aria-label={words.write}
          dir="auto"
          enterkeyhint="send"
          onInput={(event) => {
            draft.value = event.currentTarget.value
            problem.value = null
            typing.stroke()
          }}
          onBlur={() => typing.stop()}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
            event.preventDefault()
            submit()
          }}
        />
        {children}
        <button
          type="button"
          class="icon"
          aria-label={words.emoji}
          aria-expanded={!!Picker}
          disabled={!!closed}
          onClick={() => (Picker ? closePicker() : void openPicker())}
        >
          <Icon name="emoji" />
        </button>
        <button type="submit" class="icon go" aria-label={words.send} aria-disabled={empty || !!closed}>
          <Icon name="send" flip />
        </button>
      </div>
    </form>
  )
}
