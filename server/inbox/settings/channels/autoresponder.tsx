import { recommendedAutoresponder } from '../../../protocol/channel-settings.ts'
import type { Settings } from '../../../protocol/settings.ts'
import { Icon } from '../../parts/icon.tsx'
import { Block, TextSetting } from '../form-parts.tsx'
import { useChannelWords } from './channel-words.ts'

type Autoresponder = Settings['sms']['autoresponder']
type Props = { value: Autoresponder; wrong: string | null; onChange: (value: Autoresponder) => void }

/** M-2: the one automatic answer to text messages, and what is recommended for it. */
export function AutoresponderFields({ value, wrong, onChange }: Props) {
  const said = useChannelWords()
  const same = value.audience === recommendedAutoresponder.audience && value.text === recommendedAutoresponder.text
  return (
    <Block title={said.autoresponder} text={said.autoresponderText}>
      <div class="choices" role="radiogroup" aria-label={said.audience}>
        {(['everybody', 'without_consent'] as const).map((audience) => (
          <label key={audience}>
            <input
              class="radio"
              type="radio"
              name="audience"
              checked={value.audience === audience}
              onChange={() => onChange({ ...value, audience })}
            />
            <span>
              <b>{audience === 'everybody' ? said.everybody : said.withoutConsent}</b>
              <span class="help">{audience === 'everybody' ? said.everybodyHelp : said.withoutConsentHelp}</span>
            </span>
          </label>
        ))}
      </div>
      <TextSetting
        label={said.text}
        lines
        max={1_000}
        value={value.text}
        help={said.textHelp}
        wrong={wrong}
        onValue={(text) => onChange({ ...value, text })}
      />
      <div class="advice">
        <p>
          <b>{said.recommended}</b> {said.recommendedText}
        </p>
        <blockquote>{recommendedAutoresponder.text}</blockquote>
        {same ? (
          <p class="text-2 taken">
            <Icon name="check" small />
            {said.tookOver}
          </p>
        ) : (
          <button type="button" class="button line small" onClick={() => onChange({ ...recommendedAutoresponder })}>
            {said.takeOver}
          </button>
        )}
      </div>
    </Block>
  )
}
