import { useCallback, useEffect } from 'preact/hooks'
import type { HookDelivery, Webhook } from '../../../protocol/webhooks.ts'
import { usePage } from '../../page.ts'
import { Icon } from '../../parts/icon.tsx'
import { Loaded, useLoaded } from '../../parts/loaded.tsx'
import { useSettingsWords } from '../settings-words.ts'
import { Outcome } from './outcome.tsx'

/** D-9: what a webhook was told last, newest first, and what became of it. */
export function LastDeliveries({ hook, name }: { hook: Webhook; name: string }) {
  const { webhooks: said } = useSettingsWords()
  const { api } = usePage()
  const ask = useCallback(() => api.webhookDeliveries(hook.id), [api, hook.id])
  const { found, load } = useLoaded(ask)
  useEffect(() => void load(), [load])
  return (
    <Loaded found={found} failed={said.lastFailed} again={() => void load()}>
      {({ deliveries }) => (
        <div class="last">
          {deliveries.length === 0 && <p class="text-3">{said.noneYet}</p>}
          <ul aria-label={said.lastOf(name)}>
            {deliveries.map((delivery) => (
              <Line key={delivery.id} delivery={delivery} />
            ))}
          </ul>
          <button type="button" class="button line small" onClick={() => void load()}>
            <Icon name="retry" small />
            {said.lookAgain}
          </button>
        </div>
      )}
    </Loaded>
  )
}

function Line({ delivery }: { delivery: HookDelivery }) {
  const { webhooks: said } = useSettingsWords()
  const { moments } = usePage()
  const { event, number, at, state, attempts, tried, next, status, trouble, tookMs } = delivery
  const full = moments.value.full
  return (
    <li>
      <p>
        {said.event[event]} · {said.ticket(number)}
        <time class="text-3" dateTime={new Date(at).toISOString()}>
          {full(at)}
        </time>
      </p>
      {tookMs !== null && <Outcome heard={{ status, trouble, tookMs }} />}
      {state === 'queued' && (
        <p class="text-3">{tried === null || next === null ? said.waiting : said.again(full(next), attempts)}</p>
      )}
      {state === 'failed' && <p class="text-3">{said.gaveUp}</p>}
    </li>
  )
}
