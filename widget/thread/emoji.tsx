import { useEffect, useRef } from 'preact/hooks'

/** The ones a shop's conversation needs; anything else comes from the keyboard. */
const common =
  '😀 😄 😂 🤣 😊 😉 😍 🥰 😘 😎 🤩 🤗 🤔 🤨 😐 😏 😌 😴 😢 😭 😅 😬 😳 🥺 😞 😕 😤 😡 🤯 😱 🤷 🤦 👍 👎 👌 ✌️ 🤞 🙏 👏 🙌 💪 👋 🤝 👀 ❤️ 💔 💛 💚 💙 ✨ ⭐ 🔥 🎉 🎁 🎂 💐 🌸 🌞 ☕ 🍀 📦 🚚 🛒 🏷️ 💳 📷 📍 ⏰ ✅ ❌ ❓ ❗'.split(
    ' ',
  )
const perRow = 8

export type EmojiPickerProps = { label: string; pick: (emoji: string) => void; close: () => void }

/** A grid walked with the arrow keys; Esc gives the focus back. */
export function EmojiPicker({ label, pick, close }: EmojiPickerProps) {
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => grid.current?.querySelector('button')?.focus(), [])

  function walk(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation()
      event.preventDefault()
      return close()
    }
    const buttons = [...(grid.current?.querySelectorAll('button') ?? [])]
    const here = buttons.findIndex((button) => button === event.target)
    const forward = grid.current && getComputedStyle(grid.current).direction === 'rtl' ? -1 : 1
    const step = { ArrowRight: forward, ArrowLeft: -forward, ArrowDown: perRow, ArrowUp: -perRow }[event.key]
    if (!step) return
    event.preventDefault()
    buttons[Math.max(0, Math.min(buttons.length - 1, here + step))]?.focus()
  }

  return (
    <div class="emoji" role="group" aria-label={label} ref={grid} onKeyDown={walk}>
      {common.map((emoji, i) => (
        <button type="button" key={emoji} tabIndex={i === 0 ? 0 : -1} onClick={() => pick(emoji)}>
          {emoji}
        </button>
      ))}
    </div>
  )
}
