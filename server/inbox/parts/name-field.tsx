import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'

type Props = {
  name: string
  label: string
  most: number
  kind?: string
  onName: (name: string) => void
  onLeave: () => void
}

/** One space between words, none around them. */
export const tidyName = (text: string) => text.replace(/\s+/g, ' ').trim()

/** A name while it is changed where it stands: Enter, and going elsewhere, keep it; Esc leaves it as it was. */
export function NameField({ name, label, most, kind = 'input', onName, onLeave }: Props) {
  const typed = useSignal(name)
  const field = useRef<HTMLInputElement>(null)
  const left = useRef(false)
  useEffect(() => field.current?.select(), [])
  const leave = (keeps: boolean) => {
    // Taking the field away is a blur, too.
    if (left.current) return
    left.current = true
    const text = tidyName(typed.peek())
    onLeave()
    if (keeps && text !== '' && text !== name) onName(text)
  }
  return (
    <input
      ref={field}
      class={kind}
      aria-label={label}
      maxLength={most}
      value={typed.value}
      onInput={(event) => {
        typed.value = event.currentTarget.value
      }}
      onKeyDown={(event) => {
        if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
        event.preventDefault()
        event.stopPropagation()
        leave(event.key === 'Enter')
      }}
      onBlur={() => leave(true)}
    />
  )
}
