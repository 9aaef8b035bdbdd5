import { Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'
import { useCopy } from './use-copy.ts'

type Props = {
  title: string
  text: string
  /** What is shown this once. */
  value: string
  copyLabel: string
  done: string
  onClose: () => void
}

/** Shows what nobody sees again, to be copied. */
export function CopyDialog({ title, text, value, copyLabel, done, onClose }: Props) {
  const copy = useCopy()
  return (
    <Dialog title={title} onClose={onClose} wide>
      <p class="text-2">{text}</p>
      <div class="with-button">
        <input
          class="input mono"
          readOnly
          value={value}
          aria-label={title}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="button line" onClick={() => void copy(value)}>
          <Icon name="copy" small />
          {copyLabel}
        </button>
      </div>
      <footer>
        <button type="button" class="button solid" onClick={onClose}>
          {done}
        </button>
      </footer>
    </Dialog>
  )
}
