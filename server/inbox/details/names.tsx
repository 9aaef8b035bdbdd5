import type { AddressKind, ChannelName } from '../../protocol/channel.ts'
import { addressKinds } from '../../protocol/channel.ts'
import type { TicketDetails } from '../../protocol/details.ts'
import { useWords } from '../page.ts'
import { ChannelIcon } from '../parts/icon.tsx'

const channelOf: Record<AddressKind, ChannelName> = {
  email: 'email',
  phone: 'sms',
  whatsapp: 'whatsapp',
  whatsapp_user: 'whatsapp',
  instagram: 'instagram',
  messenger: 'messenger',
}

/** Addresses, numbers and ids, by which each channel knows the customer. */
export function Names({ names }: { names: TicketDetails['names'] }) {
  const { details } = useWords()
  return (
    <>
      {addressKinds.map((kind) => {
        const values = names.filter((name) => name.kind === kind).map(({ value }) => value)
        if (values.length === 0) return null
        return (
          <div key={kind}>
            <dt>{details.knownAs[kind]}</dt>
            {values.map((value) => (
              <dd key={value} class="digits" title={value}>
                <ChannelIcon channel={channelOf[kind]} />
                <bdi class={kind === 'email' ? undefined : 'cut'}>{value}</bdi>
              </dd>
            ))}
          </div>
        )
      })}
    </>
  )
}
