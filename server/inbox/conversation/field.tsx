import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

type Props = {
  id: string
  field: RefObject<HTMLTextAreaElement | null>
  label: string
  placeholder: string
  value: string
  describedBy: string
  invalid: boolean
  readOnly?: boolean
  onWrite: (text: string) => void
  onSend: () => void
  onBlur: () => void
  /** Files that were pasted; answers whether they are taken. */
  onFiles: (files: File[]) => boolean
}

/** Grows with its text. Enter sends, Shift+Enter breaks the line, an input method's Enter does neither. */
export function Field({ field, label, describedBy, invalid, onWrite, onSend, onFiles, ...given }: Props) {
  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight}px`
  }, [field, given.value])
  return (
    <textarea
      {...given}
      ref={field}
      rows={1}
      dir="auto"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      onPaste={(event) => {
        const pasted = [...(event.clipboardData?.files ?? [])]
        if (pasted.length > 0 && onFiles(pasted)) event.preventDefault()
      }}
      onInput={(event) => onWrite(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
        event.preventDefault()
        onSend()
      }}
    />
  )
}

/** Puts words where the cursor stands; answers what the field says then. */
export function inserted(area: HTMLTextAreaElement, words: string): string {
  area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end')
  return area.value
}
