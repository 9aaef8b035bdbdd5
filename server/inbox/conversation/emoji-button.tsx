import { useSignal } from '@preact/signals'
import type { EmojiPicker } from '../../../widget/thread/emoji.tsx'
import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'

/** the picker is loaded when somebody asks for it. `onClose` gives the focus back to the field. */
export function EmojiButton({ onPick, onClose }: { onPick: (emoji: string) => void; onClose: () => void }) {
  const { composer } = useWords()
  const Picker = useSignal<typeof EmojiPicker | null>(null)
  const close = () => {
    Picker.value = null
    onClose()
  }
  const open = async () => {
    Picker.value = (await import('../../../widget/thread/emoji.tsx')).EmojiPicker
  }
  return (
    <>
      <button
        type="button"
        class="button icon-only"
        aria-label={composer.emoji}
        title={composer.emoji}
        aria-expanded={Picker.value !== null}
        onClick={() => (Picker.value ? close() : void open())}
      >
        <Icon name="smile" />
      </button>
      {Picker.value && <Picker.value label={composer.emojiPick} pick={onPick} close={close} />}
    </>
  )
}
