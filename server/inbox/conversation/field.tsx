import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import type { suggestAttributes } from './suggesting.ts'

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
  /** What the field says of suggestions under it. */
  suggest?: ReturnType<typeof suggestAttributes>
  /** The cursor stands elsewhere, or the text has changed. */
  onCursor?: (area: HTMLTextAreaElement) => void
  /** Whether a key was meant for the suggestions. */
  onKey?: (key: string) => boolean
  /** Files that were pasted; answers whether they are taken. */
  onFiles: (files: File[]) => boolean
}

/** Grows with its text. Enter sends, Shift+Enter breaks the line, an input method's Enter does neither. */
export function Field({
  field,
  label,
  describedBy,
  invalid,
  suggest,
  onCursor,
  onKey,
  onWrite,
  onSend,
  onFiles,
  ...given
}: Props) {
  useLayoutEffect(() => {
    const area = field.current
    if (!area) return
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight}px`
  }, [field, given.value])
  return (
    <textarea
      {...given}
      {...suggest}
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
      onInput={(event) => {
        onWrite(event.currentTarget.value)
        onCursor?.(event.currentTarget)
      }}
      onClick={(event) => onCursor?.(event.currentTarget)}
      onKeyUp={(event) => /^(?:Arrow(?:Left|Right)|Home|End)$/.test(event.key) && onCursor?.(event.currentTarget)}
      onKeyDown={(event) => {
        if (!event.isComposing && event.keyCode !== 229 && !event.shiftKey && onKey?.(event.key)) {
          event.preventDefault()
          return
        }
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

/** As a word of its own: with a space before it, where another word stands there. */
export function apart(area: HTMLTextAreaElement, words: string): string {
  const before = area.value[area.selectionStart - 1]
  return before === undefined || /\s/.test(before) ? words : ` ${words}`
}
