import type { Settings } from '../../../protocol/settings.ts'
import { Block, TextSetting } from '../form-parts.tsx'
import { AcknowledgementBlock } from './acknowledgement.tsx'
import { useChannelWords } from './channel-words.ts'
import { Entries } from './entries.tsx'
import type { FormProps } from './form-props.ts'

/** D-11: the brand's support addresses, and the desk's addresses they forward to. */
export function EmailForm({ form, draft, wrong }: FormProps) {
  const said = useChannelWords()
  const { email, general } = draft
  const edit = (part: Partial<Settings['email']>) => form.edit((now) => ({ ...now, email: { ...now.email, ...part } }))
  return (
    <>
      <Entries
        title={said.mailboxes}
        text={said.mailboxesText}
        one={said.mailbox}
        path="email.mailboxes"
        columns={[
          { name: 'address', label: said.mailbox, type: 'email', max: 254, placeholder: 'help@shop.example' },
          { name: 'forwardsTo', label: said.forwardsTo, type: 'email', max: 254, help: said.forwardsHelp },
        ]}
        items={email.mailboxes}
        blank={{ address: '', forwardsTo: '' }}
        add={said.addMailbox}
        wrong={wrong}
        onChange={(mailboxes) => edit({ mailboxes: trimmed(mailboxes) })}
      />
      <Block title={said.answersFrom}>
        <TextSetting
          label={said.fromName}
          max={80}
          value={email.fromName}
          help={said.fromNameHelp(general.shopName)}
          onValue={(fromName) => edit({ fromName })}
        />
        <TextSetting
          label={said.helpAddress}
          max={254}
          value={email.helpAddress}
          help={said.helpAddressHelp(email.mailboxes[0]?.address ?? '')}
          wrong={wrong('email.helpAddress')}
          onValue={(helpAddress) => edit({ helpAddress: helpAddress.trim() })}
        />
      </Block>
      <AcknowledgementBlock
        draft={draft}
        wrong={wrong('email.acknowledgement')}
        onChange={(acknowledgement) => edit({ acknowledgement })}
      />
    </>
  )
}

function trimmed(mailboxes: Settings['email']['mailboxes']): Settings['email']['mailboxes'] {
  return mailboxes.map(({ address, forwardsTo }) => ({ address: address.trim(), forwardsTo: forwardsTo.trim() }))
}
