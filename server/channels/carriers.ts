import type { RemoteChannel } from '../protocol/channel.ts'
import type { Outbound, SendResult } from './channel.ts'
import { sendMail } from './mail.ts'
import { type MetaSettings, sendMeta } from './meta/send.ts'
import type { TwilioSettings } from './twilio/account.ts'
import { sendTwilio } from './twilio/send.ts'

/** What is known of each provider; null where something is missing, so that nothing can be sent. */
export type Connections = {
  email: { relayUrl: string } | null
  sms: TwilioSettings | null
  whatsapp: MetaSettings | null
  instagram: MetaSettings | null
  messenger: MetaSettings | null
}

type Send<C extends RemoteChannel> = (
  outbound: Outbound,
  connection: NonNullable<Connections[C]>,
) => Promise<SendResult>

const senders: { [C in RemoteChannel]: Send<C> } = {
  email: (outbound, { relayUrl }) => sendMail(outbound, relayUrl),
  sms: sendTwilio,
  whatsapp: sendMeta,
  instagram: sendMeta,
  messenger: sendMeta,
}

const notConnected: SendResult = {
  refused: true,
  code: 'not_connected',
  words: 'This channel is not connected: something is missing in its settings.',
}

/** Hands a message to its provider, once. */
export function carry(outbound: Outbound, connections: Connections): Promise<SendResult> {
  const via = <C extends RemoteChannel>(channel: C): Promise<SendResult> => {
    const connection = connections[channel]
    return connection === null ? Promise.resolve(notConnected) : senders[channel](outbound, connection)
  }
  return outbound.channel === 'web_chat' ? Promise.resolve(notConnected) : via(outbound.channel)
}
