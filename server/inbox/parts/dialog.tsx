import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { useWords } from '../page.ts'
import { Icon } from './icon.tsx'

type Props = { title: string; onClose: () => void; children: ComponentChildren; wide?: boolean | 'most' }

/** A modal dialog: the browser keeps the focus inside and gives it back, Esc closes. */
export function Dialog({ title, onClose, children, wide }: Props) {
  const words = useWords()
  const box = useRef<HTMLDialogElement>(null)
  /** Where the press began: whoever marks text and lets go outside closes nothing. */
  const pressed = useRef<EventTarget | null>(null)
  const id = useId()
  useEffect(() => {
    const dialog = box.current
    const before = document.activeElement
    if (dialog && !dialog.open) dialog.showModal()
    return () => {
      dialog?.close()
      // The browser gives the focus back only while the dialog is still in the page.
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={box}
      class={`dialog${wide === 'most' ? ' most' : wide ? ' wide' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        pressed.current = event.target
      }}
      onClick={(event) => {
        // Only the backdrop is the dialog itself; everything inside is a child.
        if (event.target === box.current && pressed.current === box.current) onClose()
      }}
    >
      <div class="inside">
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" class="button icon-only" aria-label={words.close} onClick={onClose}>
            <Icon name="cross" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  )
}

type ConfirmProps = { title: string; text: string; yes: string; onYes: () => void; onClose: () => void }

/** Asks once before something that cannot be taken back. */
export function Confirm({ title, text, yes, onYes, onClose }: ConfirmProps) {
  const words = useWords()
  return (
    <Dialog title={title} onClose={onClose}>
      <p class="text-2">{text}</p>
      <footer>
        <button type="button" class="button line" onClick={onClose}>
          {words.cancel}
        </button>
        <button
          type="button"
          class="button danger solid"
          onClick={() => {
            onClose()
            onYes()
          }}
        >
          {yes}
        </button>
      </footer>
    </Dialog>
  )
}
