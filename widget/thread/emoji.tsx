/** The ones a shop's conversation needs; anything else comes from the keyboard. */
const common =
  '😀 😄 😂 😊 😉 😍 🥰 😘 😎 🤗 🤔 😴 😢 😭 😅 🥺 😞 😡 😱 🤷 👍 👎 👌 🤞 🙏 👏 🙌 💪 👋 👀 ❤️ ✨ ⭐ 🔥 🎉 🎁 🎂 🌸 📦 🚚 🛒 💳 📷 ⏰ ✅ ❌'.split(
    ' ',
  )
const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 }

export type EmojiPickerProps = { label: string; pick: (emoji: string) => void; close: () => void }

/** A grid, eight to a row, walked with the arrow keys; Esc gives the focus back. */
export function EmojiPicker({ label, pick, close }: EmojiPickerProps) {
  return (
    <div
      class="emoji"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        const step = steps[event.key]
        if (event.key === 'Escape') {
          event.stopPropagation()
          close()
        } else if (step && event.target instanceof HTMLElement) {
          event.preventDefault()
          const buttons = [...event.currentTarget.children]
          const next = buttons[buttons.indexOf(event.target) + step]
          if (next instanceof HTMLElement) next.focus()
        }
      }}
    >
      {common.map((emoji, i) => (
        <button
          type="button"
          key={emoji}
          // The keyboard goes straight into the grid.
          ref={i === 0 ? focusOnce : null}
          tabIndex={i === 0 ? 0 : -1}
          onClick={() => pick(emoji)}
        >
          {emoji}
        </button>
      ))}
    </div>
  )
}

/** The same function at every drawing, so that Preact calls it once. */
const focusOnce = (button: HTMLButtonElement | null) => button?.focus()
