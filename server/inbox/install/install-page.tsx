import './install-page.css'
import { useSignal } from '@preact/signals'
import { useCallback, useEffect } from 'preact/hooks'
import type { ErrorCode } from '../../protocol/errors.ts'
import type { Installation } from '../../protocol/shop-check.ts'
import { usePage } from '../page.ts'
import { Empty, useLate } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { Block } from '../settings/form-parts.tsx'
import { CodeBlock } from './code-block.tsx'
import { useInstallWords } from './install-words.ts'
import { ShopCheckForm } from './shop-check.tsx'
import { Signing } from './signing.tsx'
import { bootLines, policyLine, scriptTag } from './snippets.ts'

type State = { kind: 'loading' } | { kind: 'failed'; code: ErrorCode } | { kind: 'here'; installation: Installation }

/** What goes into the shop, filled in, and "Check my shop". */
export function InstallPage() {
  const words = useInstallWords()
  const { api } = usePage()
  const state = useSignal<State>({ kind: 'loading' })
  const load = useCallback(async () => {
    const answer = await api.installation()
    state.value = answer.ok ? { kind: 'here', installation: answer } : { kind: 'failed', code: answer.code }
  }, [api, state])
  useEffect(() => void load(), [load])
  const late = useLate(state.value.kind === 'loading')
  const shown = state.value
  return (
    <main class="settings-main" id="settings" tabIndex={-1} aria-busy={shown.kind === 'loading'}>
      {shown.kind === 'failed' ? (
        <Empty icon="warning" tone="danger" title={words.install.failed} text={words.refused[shown.code]}>
          <button type="button" class="button line" onClick={() => void load()}>
            <Icon name="retry" small />
            {words.tryAgain}
          </button>
        </Empty>
      ) : shown.kind === 'here' ? (
        <Sheet installation={shown.installation} />
      ) : (
        late && <p class="sheet text-3">{words.loading} …</p>
      )}
    </main>
  )
}

function Sheet({ installation }: { installation: Installation }) {
  const { install, settings } = useInstallWords()
  const { deskUrl, storefronts } = installation
  return (
    <div class="scroll" tabIndex={0} role="group" aria-label={settings.install}>
      <div class="sheet">
        <h1>{settings.install}</h1>
        <p class="text-2">{install.lead}</p>
        <Block title={install.check} text={install.checkText}>
          <ShopCheckForm storefronts={storefronts} />
        </Block>
        <Block title={install.page} text={install.pageText}>
          <CodeBlock label={install.tag} code={scriptTag(deskUrl)} />
          <CodeBlock label={install.lines} code={bootLines} />
        </Block>
        <Block title={install.policy} text={install.policyText}>
          <CodeBlock label={install.policyLine} code={policyLine(deskUrl)} />
        </Block>
        <Block title={install.server} text={install.serverText}>
          <Signing shopId={installation.shopId} />
        </Block>
        <Shopify installation={installation} />
      </div>
    </div>
  )
}

function Shopify({ installation: { shopify, deskUrl } }: { installation: Installation }) {
  const { install } = useInstallWords()
  return (
    <Block title={install.shopify} text={shopify === null ? install.shopifyOff : install.shopifyOn(shopify)}>
      <CodeBlock label={install.shopifyProxy} code={`${deskUrl}/shopify`} />
      <p class="help">{install.shopifyMore}</p>
    </Block>
  )
}
