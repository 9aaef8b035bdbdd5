import { useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { catchFocus } from '../parts/lost-focus.ts'
import { Problem, problemText } from './form-parts.tsx'
import type { FieldProblem } from './settings-check.ts'

export type AddressesProps = {
  addresses: readonly string[]
  problems: ReadonlyMap<string, FieldProblem>
  onChange: (addresses: string[]) => void
}

const fields = {
  url: { type: 'url', inputMode: 'url' },
  email: { type: 'email', inputMode: 'email', maxLength: 254 },
} as const

type Props = AddressesProps & {
  /** Where the list stands in the settings. */
  path: string
  kind: keyof typeof fields
  example: string
  words: { none: string; one: (n: number) => string; remove: (address: string) => string; add: string }
  /** What becomes of an address when its field is left. */
  tidy?: (address: string) => string
}

/** Any number of addresses, one field each. */
export function AddressList({ path, kind, example, words, tidy, addresses, problems, onChange }: Props) {
  const all = useWords()
  return (
    <div class="rows-of-fields">
      {addresses.length === 0 && <p class="text-3">{words.none}</p>}
      {addresses.map((address, i) => {
        const at = `${path}.${i}`
        const wrong = problemText(all, problems.get(at))
        return (
          // Addresses have no identity of their own, and two may be alike while one types.
          <div key={i} class="field">
            <div class="with-button">
              <input
                class="input"
                {...fields[kind]}
                autocomplete="off"
                spellcheck={false}
                value={address}
                placeholder={example}
                aria-label={words.one(i + 1)}
                aria-invalid={wrong === null ? undefined : true}
                aria-describedby={wrong === null ? undefined : at}
                onInput={(event) => onChange(addresses.with(i, event.currentTarget.value.trim()))}
                onBlur={() => {
                  const tidied = tidy?.(address) ?? address
                  if (tidied !== address) onChange(addresses.with(i, tidied))
                }}
              />
              <button
                type="button"
                class="button icon-only"
                aria-label={words.remove(address)}
                onClick={(event) => {
                  catchFocus(event.currentTarget.closest('.rows-of-fields'), ':scope > button')
                  onChange(addresses.toSpliced(i, 1))
                }}
              >
                <Icon name="cross" small />
              </button>
            </div>
            {wrong !== null && <Problem id={at} text={wrong} />}
          </div>
        )
      })}
      <button type="button" class="button line small" onClick={() => onChange([...addresses, ''])}>
        <Icon name="plus" small />
        {words.add}
      </button>
    </div>
  )
}
