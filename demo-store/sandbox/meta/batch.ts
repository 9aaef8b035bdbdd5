import { brand } from '../brand.ts'
import type { Person } from '../people.ts'

export type GraphChannel = 'instagram' | 'messenger'

/** The account or page that people write to. */
export const ownIdOf = (channel: GraphChannel): string =>
  channel === 'instagram' ? brand.instagram.accountId : brand.messenger.pageId
export const metaIdOf = (channel: GraphChannel, person: Person): string =>
  channel === 'instagram' ? person.igsid : person.psid

/** A batch for WhatsApp. Source: FACTS 5, developers.facebook.com/docs/whatsapp/cloud-api/webhooks */
export const whatsAppBatch = (...values: readonly object[]): string =>
  escaped({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: brand.whatsapp.businessAccountId,
        changes: values.map((value) => ({
          value: {
            messaging_product: 'whatsapp',
            metadata: {
              display_phone_number: brand.whatsapp.number.slice(1),
              phone_number_id: brand.whatsapp.phoneNumberId,
            },
            ...value,
          },
          field: 'messages',
        })),
      },
    ],
  })

/** What somebody writes by WhatsApp; `content` has the type and what belongs to it. */
export const whatsAppMessage = (person: Person, id: string, at: number, content: object): object => ({
  contacts: [{ profile: { name: person.name }, wa_id: person.waId, user_id: person.waUserId }],
  messages: [
    { from: person.waId, from_user_id: person.waUserId, id, timestamp: String(Math.floor(at / 1000)), ...content },
  ],
})

/** What became of one of ours at WhatsApp. */
export const whatsAppStatus = (message: {
  id: string
  person: Person
  status: string
  at: number
  ownId: string | null
  error?: { code: number; message: string }
}): object => {
  const { id, person, status, at, ownId, error } = message
  return {
    statuses: [
      {
        id,
        status,
        timestamp: String(Math.floor(at / 1000)),
        recipient_id: person.waId,
        recipient_user_id: person.waUserId,
        ...(ownId !== null && { biz_opaque_callback_data: ownId }),
        ...(error && {
          errors: [
            {
              code: error.code,
              title: error.message,
              message: error.message,
              error_data: { details: error.message },
              href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
            },
          ],
        }),
      },
    ],
  }
}

/** A batch of Messenger or Instagram. Source: FACTS 3 and 4, developers.facebook.com/docs/messenger-platform/webhooks */
export const graphBatch = (channel: GraphChannel, at: number, ...items: readonly unknown[]): string =>
  escaped({
    object: channel === 'instagram' ? 'instagram' : 'page',
    entry: [{ id: ownIdOf(channel), time: at, messaging: items }],
  })

/** Something that a person did: `what` is the message, the delivery or the reading. */
export const fromPerson = (channel: GraphChannel, person: Person, at: number, what: object): object => ({
  sender: { id: metaIdOf(channel, person) },
  recipient: { id: ownIdOf(channel) },
  timestamp: at,
  ...what,
})

/** Our own message, told to us again. Instagram documents no metadata in it. */
export const echo = (
  channel: GraphChannel,
  person: Person,
  at: number,
  message: { mid: string; text: string; ownId: string | null },
): object => ({
  sender: { id: ownIdOf(channel) },
  recipient: { id: metaIdOf(channel, person) },
  timestamp: at,
  message: {
    mid: message.mid,
    is_echo: true,
    ...(channel === 'messenger' && { app_id: 4242, ...(message.ownId !== null && { metadata: message.ownId }) }),
    ...(message.text !== '' && { text: message.text }),
  },
})

/** Meta writes everything beyond ASCII as \u escapes, and slashes too, and signs these bytes. */
const escaped = (batch: object): string =>
  JSON.stringify(batch)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
