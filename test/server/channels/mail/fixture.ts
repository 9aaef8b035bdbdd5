import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { ChannelEvent } from '../../../../server/channels/channel.ts'
import type { MailContext, ReadMail } from '../../../../server/channels/mail/parse-mail.ts'

/** When every mail here comes in: a day after most were written. */
export const receivedAt = Date.UTC(2026, 10, 6, 9, 12)

export const context: MailContext = {
  envelope: { from: 'ada@customer.example', to: ['support@desk.example'] },
  receivedAt,
  own: ['help@shop.example', 'support@desk.example'],
  trustedRelays: ['relay.desk.example'],
}

export function fixture(name: string): Buffer {
  return readFileSync(new URL(`fixtures/${name}.eml`, import.meta.url))
}

export type Message = Extract<ChannelEvent, { kind: 'message' }>

/** The one message a mail tells. */
export function onlyMessage(read: ReadMail): Message & { mail: NonNullable<Message['mail']> } {
  if (!('events' in read)) throw new Error(`unreadable: ${read.unreadable}`)
  expect(read.events).toHaveLength(1)
  const [event] = read.events
  if (event?.kind !== 'message' || event.mail === null) throw new Error('no message')
  return { ...event, mail: event.mail }
}
