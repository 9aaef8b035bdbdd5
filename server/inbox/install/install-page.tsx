import './install-page.css'
import { useEffect } from 'preact/hooks'
import type { Installation } from '../../protocol/shop-check.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage } from '../page.ts'
import { Loaded, useLoaded } from '../parts/loaded.tsx'
import { Block } from '../settings/form-parts.tsx'
import { CodeBlock } from './code-block.tsx'
import { useInstallWords } from './install-words.ts'
import { ScriptTag } from './script-tag.tsx'
import { ShopCheckForm } from './shop-check.tsx'
import { Signing } from './signing.tsx'
import { bootLines, policyLine } from './snippets.ts'

/** What goes into the shop, filled in, and "Check my shop". */
export function InstallPage() {
  const { install, settings } = useInstallWords()
  const { api } = usePage()
  const { desk } = useScreen()
  const { found, load } = useLoaded(api.installation)
  // The shop's addresses are settings, which somebody else may save.
  const version = desk.settingsVersion.value
  useEffect(() => void load(), [load, version])
  return (
    <main class="settings-main" id="settings" tabIndex={-1} aria-busy={found === 'asking'}>
      <div class="scroll" tabIndex={0} role="group" aria-label={settings.install}>
        <div class="sheet">
          <h1>{settings.install}</h1>
          <p class="text-2">{install.lead}</p>
          <Loaded found={found} failed={install.failed} again={() => void load()}>
            {(installation) => <Parts installation={installation} />}
          </Loaded>
        </div>
      </div>
    </main>
  )
}

function Parts({ installation }: { installation: Installation }) {
  const { install } = useInstallWords()
  const { deskUrl, storefronts, shopId } = installation
  return (
    <>
      <Block title={install.check} text={install.checkText}>
        <ShopCheckForm storefronts={storefronts} />
      </Block>
      <Block title={install.page} text={install.pageText}>
        <ScriptTag deskUrl={deskUrl} />
        <CodeBlock label={install.lines} code={bootLines} />
      </Block>
      <Block title={install.policy} text={install.policyText}>
        <CodeBlock label={install.policyLine} code={policyLine(deskUrl)} />
      </Block>
      <Block title={install.server} text={install.serverText}>
        <Signing shopId={shopId} />
      </Block>
      <Shopify installation={installation} />
    </>
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
