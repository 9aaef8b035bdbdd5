import { useId } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { useCopy } from '../parts/use-copy.ts'
import { useInstallWords } from './install-words.ts'

/** A piece of code under its name, with a button that copies all of it. */
export function CodeBlock({ label, code }: { label: string; code: string }) {
  const { install } = useInstallWords()
  const copy = useCopy()
  const id = useId()
  return (
    <figure class="code-block" aria-labelledby={id}>
      <figcaption>
        <span id={id}>{label}</span>
        <button type="button" class="button line" aria-label={install.copyOf(label)} onClick={() => void copy(code)}>
          <Icon name="copy" small />
          {install.copy}
        </button>
      </figcaption>
      <pre class={code.includes('\n') ? undefined : 'one-line'} tabIndex={0} role="group" aria-label={label} dir="ltr">
        <code>{code}</code>
      </pre>
    </figure>
  )
}
