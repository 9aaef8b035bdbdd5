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

/** Origins of the shop's own pages. A pasted address with a path is cut to its origin when the field is left. */
export function Storefronts({ addresses, problems, onChange }: Props) {
  const words = useWords()
  const { general } = words
  return (
    <div class="rows-of-fields">
      {addresses.length === 0 && <p class="text-3">{general.noStorefronts}</p>}
      {addresses.map((address, i) => {
        const wrong = problemText(words, problems.get(`general.storefronts.${i}`))
        return (
          // Addresses have no identity of their own, and two may be alike while one types.
          <div key={i} class="field">
            <div class="with-button">
              <input
                class="input"
                type="url"
                inputMode="url"
                value={address}
                placeholder="https://shop.example"
                aria-label={general.storefront(i + 1)}
                aria-invalid={wrong === null ? undefined : true}
                aria-describedby={wrong === null ? undefined : `storefront-${i}`}
                onInput={(event) => onChange(addresses.with(i, event.currentTarget.value.trim()))}
                onBlur={() => {
                  const origin = originOf(address)
                  if (origin !== address) onChange(addresses.with(i, origin))
                }}
              />
              <button
                type="button"
                class="button icon-only"
                aria-label={general.removeStorefront(address)}
                onClick={(event) => {
                  catchFocus(event.currentTarget.closest('.rows-of-fields'), ':scope > button')
                  onChange(addresses.toSpliced(i, 1))
                }}
              >
                <Icon name="cross" small />
              </button>
            </div>
            {wrong !== null && <Problem id={`storefront-${i}`} text={wrong} />}
          </div>
        )
      })}
      <button type="button" class="button line small" onClick={() => onChange([...addresses, ''])}>
        <Icon name="plus" small />
        {general.addStorefront}
      </button>
    </div>
  )
}

/** An address without its path; what is no address stays as it was typed. */
export function originOf(address: string): string {
  try {
    const url = new URL(address)
    return /^https?:$/.test(url.protocol) ? url.origin : address
  } catch {
    return address
  }
}
