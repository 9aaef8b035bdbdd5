import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { catchFocus } from '../parts/lost-focus.ts'
import { Problem, problemText } from './form-parts.tsx'
import type { FieldProblem } from './settings-check.ts'

type Props = {
  addresses: readonly string[]
  problems: ReadonlyMap<string, FieldProblem>
  onChange: (addresses: string[]) => void
}

/** M-6: who is told of new messages by mail. */
export function NotifyAddresses({ addresses, problems, onChange }: Props) {
  const words = useWords()
  const { notify } = words
  return (
    <div class="rows-of-fields">
      {addresses.length === 0 && <p class="text-3">{notify.nobody}</p>}
      {addresses.map((address, i) => {
        const wrong = problemText(words, problems.get(`general.notify.${i}`))
        return (
          // Addresses have no identity of their own, and two may be alike while one types.
          <div key={i} class="field">
            <div class="with-button">
              <input
                class="input"
                type="email"
                inputMode="email"
                autocomplete="off"
                spellcheck={false}
                maxLength={254}
                value={address}
                placeholder="team@shop.example"
                aria-label={notify.address(i + 1)}
                aria-invalid={wrong === null ? undefined : true}
                aria-describedby={wrong === null ? undefined : `notify-${i}`}
                onInput={(event) => onChange(addresses.with(i, event.currentTarget.value.trim()))}
              />
              <button
                type="button"
                class="button icon-only"
                aria-label={notify.remove(address)}
                onClick={(event) => {
                  catchFocus(event.currentTarget.closest('.rows-of-fields'), ':scope > button')
                  onChange(addresses.toSpliced(i, 1))
                }}
              >
                <Icon name="cross" small />
              </button>
            </div>
            {wrong !== null && <Problem id={`notify-${i}`} text={wrong} />}
          </div>
        )
      })}
      <button type="button" class="button line small" onClick={() => onChange([...addresses, ''])}>
        <Icon name="plus" small />
        {notify.add}
      </button>
    </div>
  )
}
