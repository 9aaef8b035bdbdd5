import type { ChannelName } from '../protocol/channel.ts'
import { channelRules } from './channels/channel-rules.ts'

export type KeyFacts = {
  /** The customer's record; null on Messenger, where there is none (T-6). */
  customerId: string | null
  /** What the provider calls the sender: address, number, account, page-scoped id. */
  address: string
  /** The mail thread (`threadOf`). */
  thread: string | null
}

/**
 * T-1 to T-6: what two messages share that belong to one ticket on that channel. A person is the customer's record,
 * whichever of our numbers was written to. Null: it starts a thread of its own.
 */
export function threadKey(channel: ChannelName, { customerId, address, thread }: KeyFacts): string | null {
  switch (channelRules[channel].oneTicketPer) {
    case 'conversation':
    case 'person':
      return customerId
    case 'thread':
      return thread
    case 'account':
      return address
  }
}
