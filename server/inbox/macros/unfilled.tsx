import './macros.css'
import { useSignal } from '@preact/signals'
import { useId, useRef } from 'preact/hooks'
import { filled, rawVariables, type Variable, withoutVariable } from '../../protocol/macro-text.ts'
import { Icon } from '../parts/icon.tsx'
import { catchFocus } from '../parts/lost-focus.ts'
import { useMacroWords } from './macro-words.ts'

type Props = {
  text: string
  /** Sending was tried: it says that nothing was sent. */
  asked: boolean
  onChange: (text: string) => void
}

/** what in a reply has no value: its sender fills it in or leaves it out, and nothing is sent before. */
export function Unfilled({ text, asked, onChange }: Props) {
  const words = useMacroWords()
  const raw = rawVariables(text)
  if (raw.length === 0) return null
  return (
    <div class="unfilled">
      {raw.map((variable) => (
        <Lacking key={variable} variable={variable} text={text} onChange={onChange} />
      ))}
      <p class="error" role="alert">
        {asked && words.fillFirst}
      </p>
    </div>
  )
}

function Lacking({ variable, text, onChange }: Omit<Props, 'asked'> & { variable: Variable }) {
  const words = useMacroWords()
  const value = useSignal('')
  const id = useId()
  const what = words.variable[variable]
  const line = useRef<HTMLDivElement>(null)
  const put = (changed: string) => {
    catchFocus(line.current?.closest('form') ?? null, 'textarea')
    onChange(changed)
  }
  const fill = () => value.value.trim() && put(filled(text, { [variable]: value.value }))
  return (
    <div class="lacking-one" ref={line}>
      <Icon name="warning" small />
      <label for={id}>{words.lacks(what)}</label>
      <input
        id={id}
        class="input small"
        data-lacking={variable}
        aria-label={words.value(what)}
        value={value.value}
        onInput={(event) => {
          value.value = event.currentTarget.value
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.isComposing) return
          event.preventDefault()
          fill()
        }}
      />
      <button type="button" class="button line small" disabled={!value.value.trim()} onClick={fill}>
        {words.fill}
      </button>
      <button type="button" class="link" onClick={() => put(withoutVariable(text, variable))}>
        {words.leaveOut}
      </button>
    </div>
  )
}
