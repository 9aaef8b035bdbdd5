import type { SecretName } from '../../../protocol/channel-secrets.ts'
import type { Settings } from '../../../protocol/settings.ts'
import { useChannelWords } from './channel-words.ts'
import { Entries } from './entries.tsx'
import type { FormProps } from './form-props.ts'
import { HookAddress } from './hook-address.tsx'
import { OwnWordsFields } from './own-words.tsx'
import { SecretFields } from './secret-field.tsx'
import type { Secrets } from './secrets.ts'

/** What the three channels of Meta share: a token each, one app, one address. */
function Access({ secrets, token, fields }: { secrets: Secrets; token: SecretName; fields: readonly string[] }) {
  const said = useChannelWords()
  const hooks = secrets.hooks.value
  return (
    <>
      <SecretFields secrets={secrets} names={[token, 'metaAppSecret', 'metaVerifyToken']} />
      {hooks && <HookAddress address={hooks.meta} text={said.hookMeta} fields={fields} />}
    </>
  )
}

export function WhatsappForm({ form, draft, secrets, wrong }: FormProps) {
  const said = useChannelWords()
  const { whatsapp } = draft
  const edit = (part: Partial<Settings['whatsapp']>) =>
    form.edit((now) => ({ ...now, whatsapp: { ...now.whatsapp, ...part } }))
  return (
    <>
      <Entries
        title={said.numbers}
        text={said.numbersText}
        one={said.number}
        path="whatsapp.numbers"
        columns={[
          { name: 'phoneNumberId', label: said.phoneNumberId, max: 64 },
          { name: 'number', label: said.displayNumber, type: 'tel', max: 32 },
          { name: 'name', label: said.name, max: 80 },
        ]}
        items={whatsapp.numbers}
        blank={{ phoneNumberId: '', number: '', name: '' }}
        add={said.addNumber}
        wrong={wrong}
        onChange={(numbers) => edit({ numbers })}
      />
      <Access secrets={secrets} token="whatsappToken" fields={['messages']} />
      <OwnWordsFields channel="whatsapp" words={whatsapp.ownWords} onChange={(ownWords) => edit({ ownWords })} />
    </>
  )
}

export function InstagramForm({ form, draft, secrets, wrong }: FormProps) {
  const said = useChannelWords()
  return (
    <>
      <Entries
        title={said.accounts}
        one={said.accountId}
        path="instagram.accounts"
        columns={[
          { name: 'accountId', label: said.accountId, max: 64 },
          { name: 'pageId', label: said.linkedPage, max: 64 },
          { name: 'name', label: said.name, max: 80 },
        ]}
        items={draft.instagram.accounts}
        blank={{ accountId: '', pageId: '', name: '' }}
        add={said.addAccount}
        wrong={wrong}
        onChange={(accounts) => form.edit((now) => ({ ...now, instagram: { ...now.instagram, accounts } }))}
      />
      <Access secrets={secrets} token="instagramToken" fields={['messages', 'messaging_seen']} />
    </>
  )
}

export function MessengerForm({ form, draft, secrets, wrong }: FormProps) {
  const said = useChannelWords()
  return (
    <>
      <Entries
        title={said.pages}
        one={said.pageId}
        path="messenger.pages"
        columns={[
          { name: 'pageId', label: said.pageId, max: 64 },
          { name: 'name', label: said.name, max: 80 },
        ]}
        items={draft.messenger.pages}
        blank={{ pageId: '', name: '' }}
        add={said.addPage}
        wrong={wrong}
        onChange={(pages) => form.edit((now) => ({ ...now, messenger: { ...now.messenger, pages } }))}
      />
      <Access
        secrets={secrets}
        token="messengerToken"
        fields={['messages', 'message_deliveries', 'message_reads', 'message_echoes', 'messaging_postbacks']}
      />
    </>
  )
}
