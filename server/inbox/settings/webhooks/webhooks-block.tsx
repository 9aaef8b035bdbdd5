import './webhooks.css'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { mostWebhooks } from '../../../protocol/hook-events.ts'
import { usePage } from '../../page.ts'
import { Icon } from '../../parts/icon.tsx'
import { Loaded, useLoaded } from '../../parts/loaded.tsx'
import { Block } from '../form-parts.tsx'
import { useSettingsWords } from '../settings-words.ts'
import { SecretDialog } from './secret-dialog.tsx'
import { WebhookCard } from './webhook-card.tsx'
import { WebhookDialog } from './webhook-dialog.tsx'

/** D-9: programs of the shop that are told what happens. What is done here holds at once. */
export function WebhooksBlock() {
  const { webhooks: said } = useSettingsWords()
  const { api, toasts } = usePage()
  const { found, load, does } = useLoaded(api.webhooks)
  useEffect(() => void load(), [load])
  const adding = useSignal(false)
  const secret = useSignal<string | null>(null)
  return (
    <Block title={said.title} text={said.text}>
      <Loaded found={found} failed={said.failed} again={() => void load()}>
        {({ webhooks }) => (
          <>
            {webhooks.length === 0 && <p class="text-3">{said.none}</p>}
            <ul class="webhooks">
              {webhooks.map((hook) => (
                <WebhookCard
                  key={hook.id}
                  hook={hook}
                  does={does}
                  changed={() => void load()}
                  onSecret={(made) => (secret.value = made)}
                />
              ))}
            </ul>
            {webhooks.length < mostWebhooks ? (
              <div>
                <button type="button" class="button line small" onClick={() => (adding.value = true)}>
                  <Icon name="plus" small />
                  {said.add}
                </button>
              </div>
            ) : (
              <p class="help">{said.most(mostWebhooks)}</p>
            )}
          </>
        )}
      </Loaded>
      {adding.value && (
        <WebhookDialog
          title={said.addTitle}
          onClose={() => (adding.value = false)}
          onSave={async (hook) => {
            const answer = await api.addWebhook(hook)
            if (!answer.ok) return answer
            toasts.say(said.added)
            secret.value = answer.secret
            await load()
            return null
          }}
        />
      )}
      {!adding.value && secret.value !== null && (
        <SecretDialog secret={secret.value} onClose={() => (secret.value = null)} />
      )}
    </Block>
  )
}
