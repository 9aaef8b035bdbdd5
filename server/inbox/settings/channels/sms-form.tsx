import type { Settings } from '../../../protocol/settings.ts'
import { Block, SwitchSetting, TextSetting } from '../form-parts.tsx'
import { AutoresponderFields } from './autoresponder.tsx'
import { useChannelWords } from './channel-words.ts'
import { Entries } from './entries.tsx'
import type { FormProps } from './form-props.ts'
import { HookAddress } from './hook-address.tsx'
import { OwnWordsFields } from './own-words.tsx'
import { SecretFields } from './secret-field.tsx'

/** Text messages by Twilio, M-1, M-2. */
export function SmsForm({ form, draft, secrets, wrong }: FormProps) {
  const said = useChannelWords()
  const { sms } = draft
  const edit = (part: Partial<Settings['sms']>) => form.edit((now) => ({ ...now, sms: { ...now.sms, ...part } }))
  const hooks = secrets.hooks.value
  return (
    <>
      <Block title={said.account}>
        <TextSetting
          label={said.accountSid}
          max={64}
          value={sms.accountSid}
          help={said.accountSidHelp}
          onValue={(sid) => edit({ accountSid: sid.trim() })}
        />
        <TextSetting
          label={said.serviceSid}
          max={64}
          value={sms.messagingServiceSid}
          help={said.serviceSidHelp}
          onValue={(sid) => edit({ messagingServiceSid: sid.trim() })}
        />
      </Block>
      <SecretFields secrets={secrets} names={['twilioAuthToken']} />
      <Entries
        title={said.numbers}
        text={`${said.numbersText} ${said.numberHelp}`}
        one={said.number}
        path="sms.numbers"
        columns={[
          { name: 'number', label: said.number, type: 'tel', max: 32, placeholder: '+49 30 23125010' },
          { name: 'name', label: said.name, max: 80 },
        ]}
        items={sms.numbers}
        blank={{ number: '', name: '' }}
        add={said.addNumber}
        wrong={wrong}
        onChange={(numbers) => edit({ numbers })}
      />
      {hooks && <HookAddress address={hooks.twilio} text={said.hookTwilio} />}
      <AutoresponderFields
        value={sms.autoresponder}
        wrong={wrong('sms.autoresponder')}
        onChange={(autoresponder) => edit({ autoresponder })}
      />
      <Block title={said.links}>
        <SwitchSetting
          label={said.shorten}
          help={said.shortenHelp}
          on={sms.shortenLinks}
          onChange={(shortenLinks) => edit({ shortenLinks })}
        />
      </Block>
      <OwnWordsFields channel="sms" words={sms.ownWords} onChange={(ownWords) => edit({ ownWords })}>
        <SwitchSetting
          label={said.providerAnswers}
          help={said.providerAnswersHelp}
          on={sms.providerAnswers}
          onChange={(providerAnswers) => edit({ providerAnswers })}
        />
      </OwnWordsFields>
    </>
  )
}
