import type { Attachment, ChannelEvent } from '../channels/channel.ts'
import type { RemoteChannel } from '../protocol/channel.ts'
import { addAttachments } from '../store/attachments.ts'
import { actedElsewhere, consentOf, noteAction } from '../store/consents.ts'
import { customerOfNames } from '../store/identities.ts'
import { isNews } from '../store/provider-events.ts'
import type { Provider } from '../store/tables.ts'
import { channelRules } from '../tickets/channels/channel-rules.ts'
import { keywordOf, noOwnWords } from '../tickets/keywords.ts'
import { threadKey } from '../tickets/thread-key.ts'
import { arriving, notesOf } from './arriving-files.ts'
import { attributeFrom } from './attribute.ts'
import { currentSettings } from './current-settings.ts'
import type { Work } from './desk.ts'
import { hearKeyword } from './hear-keyword.ts'
import { kept } from './kept.ts'
import { receiveMail } from './receive-mail.ts'
import { type InboundMessage, takeIn } from './take-in.ts'

export type RemoteMessage = Extract<ChannelEvent, { kind: 'message' }>

/** A customer's message of any channel but web chat, exactly once (P-4, T-3 to T-7, T-11). */
export async function receiveRemote(w: Work, provider: Provider, event: RemoteMessage): Promise<void> {
  const { channel, mail } = event
  if (mail !== null) return receiveMail(w, { ...event, mail })
  if (channel === 'web_chat') throw new Error('Web chat has a door of its own.')
  if (!(await isNews(w.tx, provider, `${channel} ${event.externalId}`, w.now))) return
  const { secrets } = w.desk
  const id = secrets.derivedId('message', `${channel} ${event.externalId}`)
  const [from] = event.from
  const customer = await customerOfNames(w.tx, {
    names: event.from,
    name: event.name,
    newId: secrets.derivedId('customer', `${from.kind} ${from.value}`),
    at: w.now,
    visitor: !channelRules[channel].createsCustomer,
  })
  if (customer.ask_name_at !== null) w.tell({ kind: 'name_wanted' })
  // A provider's clock that runs ahead must not lengthen the window.
  const at = Math.min(event.at, w.now)
  const action = { customerId: customer.id, channel, brandAddress: event.to, at }
  await noteAction(w.tx, action)
  const late = await actedElsewhere(w.tx, action)
  const { settings } = await currentSettings(w.desk.settings, w.tx)

  const key = threadKey(channel, { customerId: customer.visitor ? null : customer.id, address: from.value, thread: id })
  const files = arriving(filesOf(event), secrets.newId)
  const inbound: InboundMessage = {
    id,
    customerId: customer.id,
    channel,
    threadKey: key ?? id,
    text: kept(event.text),
    remote: { from, to: event.to, subject: null, late },
    ...(files.length > 0 && { files: notesOf(files) }),
    ...(event.story !== null && { story: event.story.kind }),
  }
  const consent = await consentOf(w.tx, customer.id, channel)
  const own = channel === 'sms' || channel === 'whatsapp' ? settings[channel].ownWords : noOwnWords
  const keyword =
    event.keyword === undefined
      ? keywordOf(channel, event.text, own, consent)
      : event.keyword === 'start'
        ? 'join'
        : event.keyword
  const providerActed = event.keyword !== undefined
  if (keyword !== null) return hearKeyword(w, { inbound, customer, keyword, consent, settings, providerActed })

  const { shadow } = await takeIn(w, inbound, customer, settings)
  if (!shadow) await attributeFrom(w, { customerId: customer.id, channel, since: w.now }, settings)
  await addAttachments(w.tx, { messageId: id, files, at: w.now, newId: secrets.newId })
  if (files.length > 0) w.tell({ kind: 'file_waits' })
}

/**
 * M-5, T-5: what came with a message. The picture of a story that was answered comes first, and is fetched at once like
 * the rest: its address dies within a day. That of a story that mentions us Meta forbids to keep.
 */
function filesOf({ attachments, story }: RemoteMessage): Attachment[] {
  if (story === null || story.kind === 'mention' || story.url === null) return attachments
  return [{ name: 'story', type: 'image/*', url: story.url }, ...attachments]
}

/** The channels that a provider speaks for. */
export const channelsOf: Record<Provider, readonly RemoteChannel[]> = {
  mail: ['email'],
  twilio: ['sms'],
  meta: ['whatsapp', 'instagram', 'messenger'],
}

/** The provider that speaks for each channel. */
export const providerOf: Record<RemoteChannel, Provider> = {
  email: 'mail',
  sms: 'twilio',
  whatsapp: 'meta',
  instagram: 'meta',
  messenger: 'meta',
}
