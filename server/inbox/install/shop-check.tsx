import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { ShopFinding } from '../../protocol/shop-check.ts'
import { usePage } from '../page.ts'
import { Icon } from '../parts/icon.tsx'
import { Findings } from './findings.tsx'
import { useInstallWords } from './install-words.ts'

type Answer = { findings: ShopFinding[] } | { problem: string } | null

/** "Check my shop": a page's address, and what the desk found about it in words. */
export function ShopCheckForm({ storefronts }: { storefronts: readonly string[] }) {
  const words = useInstallWords()
  const { install } = words
  const { api } = usePage()
  const id = useId()
  const address = useSignal(storefronts[0] ?? '')
  const wrong = useSignal(false)
  const asking = useSignal(false)
  const answer = useSignal<Answer>(null)

  const ask = async () => {
    const page = address.peek().trim()
    wrong.value = !isPage(page)
    if (asking.peek() || wrong.peek()) return
    asking.value = true
    const said = await api.checkShop(page)
    asking.value = false
    if (said.ok) answer.value = { findings: said.findings }
    else answer.value = { problem: said.code === 'too_fast' ? install.tooFast : install.checkFailed }
  }

  const shown = answer.value
  return (
    <>
      <form
        class="shop-check"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void ask()
        }}
      >
        <div class="field">
          <label for={id}>{install.address}</label>
          <div class="with-button">
            <input
              id={id}
              class="input"
              type="url"
              inputMode="url"
              list={`${id}-origins`}
              maxLength={500}
              value={address.value}
              aria-invalid={wrong.value || undefined}
              aria-describedby={`${id}-said`}
              onInput={(event) => {
                address.value = event.currentTarget.value
                wrong.value = false
              }}
            />
            <datalist id={`${id}-origins`}>
              {storefronts.map((origin) => (
                <option key={origin} value={origin} />
              ))}
            </datalist>
            <button type="submit" class="button solid" aria-disabled={asking.value}>
              {asking.value ? install.asking : install.ask}
            </button>
          </div>
          <p class={wrong.value ? 'error' : 'help'} id={`${id}-said`}>
            {wrong.value && <Icon name="warning" small />}
            {wrong.value ? words.settings.invalidUrl : install.addressHelp}
          </p>
        </div>
      </form>
      <div role="status">
        {shown !== null && 'problem' in shown && (
          <div class="banner danger">
            <Icon name="warning" small />
            <span>{shown.problem}</span>
          </div>
        )}
        {shown !== null && 'findings' in shown && <p class="check-sum">{sumOf(shown.findings, install)}</p>}
      </div>
      {shown !== null && 'findings' in shown && <Findings findings={shown.findings} />}
    </>
  )
}

/** All of it in one sentence, which a screen reader says at once. */
function sumOf(findings: readonly ShopFinding[], install: ReturnType<typeof useInstallWords>['install']): string {
  const bad = findings.filter(({ state }) => state === 'bad').length
  if (bad > 0) return install.someBad(bad)
  return findings.every(({ state }) => state === 'good') ? install.allGood : install.someOpen
}

function isPage(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
