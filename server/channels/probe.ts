import type { ConnectionTest } from '../protocol/channel-needs.ts'
import type { RemoteChannel } from '../protocol/channel.ts'
import type { Connections } from './carriers.ts'
import { probeMail } from './mail/probe-mail.ts'
import { probeMeta } from './meta/probe-meta.ts'
import { works } from './probe-result.ts'
import { probeTwilio } from './twilio/probe-twilio.ts'

const missing: ConnectionTest = { outcome: 'missing', about: null, words: null }

/**
 * Asks a channel's provider something harmless, with what would send an answer: nothing is sent, nothing is changed.
 * `ids` are our numbers and pages at Meta; the first that does not answer is named.
 */
export async function probe(
  channel: RemoteChannel,
  connections: Connections,
  ids: readonly string[],
): Promise<ConnectionTest> {
  switch (channel) {
    case 'email':
      return connections.email === null ? missing : probeMail(connections.email.relayUrl)
    case 'sms':
      return connections.sms === null ? missing : probeTwilio(connections.sms)
    case 'whatsapp':
    case 'instagram':
    case 'messenger': {
      const connection = connections[channel]
      if (connection === null || ids.length === 0 || ids.includes('')) return missing
      for (const id of ids) {
        const found = await probeMeta(id, connection)
        if (found.outcome !== 'works') return found
      }
      return works
    }
  }
}
