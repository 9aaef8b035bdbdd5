import '../settings/members-page.css'
import './routing-page.css'
import { useEffect } from 'preact/hooks'
import type { Routing, StoredRouting } from '../../protocol/routing.ts'
import { usePage } from '../page.ts'
import { Loaded, useLoaded } from '../parts/loaded.tsx'
import { Block } from '../settings/form-parts.tsx'
import { useSettingsWords } from '../settings/settings-words.ts'
import { InTurn } from './in-turn.tsx'
import { useRoutingWords } from './routing-words.ts'
import { Rules } from './rules.tsx'

/** D-4, D-7: who gets a ticket: rules in their order, then round robin. Managers and up keep it. */
export function RoutingPage() {
  const said = useRoutingWords()
  const { settings } = useSettingsWords()
  const { api } = usePage()
  const { found, load, does } = useLoaded(api.routing)
  useEffect(() => void load(), [load])
  const save = ({ version, routing }: StoredRouting, change: Partial<Routing>, text = said.saved) =>
    does(api.saveRouting({ version, routing: { ...routing, ...change } }), text)
  return (
    <main class="settings-main" id="settings" tabIndex={-1}>
      <div class="scroll" tabIndex={0} role="group" aria-label={settings.assignment}>
        <div class="sheet">
          <h1>{settings.assignment}</h1>
          <p class="text-2">{said.lead}</p>
          <Loaded found={found} failed={said.failed} again={() => void load()}>
            {(now) => (
              <>
                <Block title={said.rules} text={said.rulesLead}>
                  <Rules rules={now.routing.rules} onRules={(rules, text) => save(now, { rules }, text)} />
                </Block>
                <InTurn key={now.version} routing={now.routing} onChange={(change) => void save(now, change)} />
              </>
            )}
          </Loaded>
        </div>
      </div>
    </main>
  )
}
