import { filledText } from '../../../protocol/filled-text.ts'
import type { Settings } from '../../../protocol/settings.ts'
import { valuesOf } from '../auto-close.tsx'
import { Block, SwitchSetting, TextSetting } from '../form-parts.tsx'
import { Gets } from '../gets.tsx'
import { useSettingsWords } from '../settings-words.ts'

type Acknowledgement = Settings['email']['acknowledgement']
type Props = { draft: Settings; wrong: string | null; onChange: (value: Acknowledgement) => void }

/** P-5: the one automatic answer to mails, and what a customer would get right now. */
export function AcknowledgementBlock({ draft, wrong, onChange }: Props) {
  const { byItself: said } = useSettingsWords()
  const value = draft.email.acknowledgement
  const { on, subject, text } = value
  return (
    <Block title={said.acknowledge} text={said.acknowledgeText}>
      <SwitchSetting
        label={said.acknowledgeOn}
        help={said.acknowledgeOnHelp}
        on={on}
        onChange={(next) => onChange({ ...value, on: next })}
      />
      {on && (
        <>
          <TextSetting
            label={said.subject}
            max={200}
            value={subject}
            help={said.subjectHelp(draft.general.shopName)}
            onValue={(next) => onChange({ ...value, subject: next })}
          />
          <TextSetting
            label={said.text}
            lines
            max={2_000}
            value={text}
            help={said.textHelp}
            wrong={wrong}
            onValue={(next) => onChange({ ...value, text: next })}
          />
          <Gets
            lead={said.nowGets}
            nothing={said.nowNothing}
            text={text.trim() === '' || !draft.email.on ? null : filledText(text, valuesOf(draft))}
          />
        </>
      )}
    </Block>
  )
}
