import type { ChannelName } from '../../protocol/channel.ts'
import type { FileRoom } from '../../protocol/file-room.ts'
import type { QuietHours } from '../../protocol/quiet-hours.ts'
import type { TextRoom } from '../../protocol/text-room.ts'

/** Where one channel differs from the others. Every number of a channel stands in its file and nowhere else. */
export type ChannelRules = {
  /** The channel's name on screens. */
  label: string
  /** What a ticket holds (T-1 to T-6), and so what its key is made of. */
  oneTicketPer: 'conversation' | 'thread' | 'person' | 'account'
  /** What a message does that finds only a closed ticket: opens a new one, or that one again (T-1 to T-6). */
  afterClose: 'new' | 'reopen'
  /** May an agent open a closed ticket again (S-2)? `unless_live`: not while that account has a live ticket. */
  agentsMayReopen: 'always' | 'unless_live' | 'never'
  /** Does an unknown sender become a customer (T-11)? */
  createsCustomer: boolean
  /** Is a message answered by the office hours (W-8)? */
  officeHoursReply: boolean
  /** The channels an agent may answer by, the ticket's own first. */
  answeredBy: readonly [ChannelName, ...ChannelName[]]
  /** What an answer needs: a subscriber, nobody who said STOP (M-3), or nothing. */
  consent: 'subscribed' | 'not_stopped' | null
  /** For how long after the customer's last action an agent may answer, in milliseconds. */
  replyWindow: number | null
  /** When the composer warns of the recipient's night. */
  quietHours: QuietHours | null
  /** M-1 */
  keywords: Keywords | null
  /** The least time between two answers of the autoresponder to one person (M-2), in milliseconds. */
  autoresponderEvery: number | null
  /** The least time between two automatic answers of any kind to one sender (P-5), in milliseconds. */
  automaticEvery: number | null
  /** For how long a campaign or flow message may be credited, unless the settings say otherwise (M-4). */
  attributionWindow: number | null
  text: TextRoom
  files: FileRoom
}

/** In capitals. `joinUnlessSubscribed` are words that a subscriber may use for something else. */
export type Keywords = Record<'stop' | 'join' | 'joinUnlessSubscribed' | 'help', readonly string[]>
