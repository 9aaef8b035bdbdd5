import type { Consent } from '../../protocol/consent.ts'
import type { ConsentCard } from '../../protocol/details.ts'
import { usePage, useWords } from '../page.ts'
import { ChannelIcon, Icon } from '../parts/icon.tsx'

const tones: Record<Consent, string> = { never: '', transactional: ' ok', marketing: ' ok', stopped: ' danger' }

/** M-3: what the customer agreed to, channel by channel, and how that came. */
export function Consents({ consents }: { consents: readonly ConsentCard[] }) {
  const words = useWords()
  const { moments } = usePage()
  const { details } = words
  if (consents.length === 0) return null
  return (
    <section aria-label={details.consent}>
      <h3>{details.consent}</h3>
      <ul class="consents">
        {consents.map(({ channel, consent, history }) => (
          <li key={channel}>
            <p class="stand">
              <ChannelIcon channel={channel} />
              <span>{words.channel[channel]}</span>
              <span class={`chip${tones[consent]}`}>
                {/* M-3: within its 24 hours WhatsApp asks for none. */}
                {channel === 'whatsapp' && consent === 'never' ? details.consentNotNeeded : details.consentIs[consent]}
              </span>
            </p>
            {history.length > 0 && (
              <details>
                <summary>
                  <Icon name="right" small flip />
                  {details.consentHistory(history.length)}
                </summary>
                <ol>
                  {history.map((step) => (
                    <li key={`${step.at} ${step.consent}`}>
                      <b>{details.consentIs[step.consent]}</b>
                      <span dir="auto">{step.said === null ? details.shopSaid : details.wrote(step.said)}</span>
                      <time class="digits">{moments.value.full(step.at)}</time>
                    </li>
                  ))}
                </ol>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
