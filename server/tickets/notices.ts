import type { ChannelName } from '../protocol/channel.ts'
import { mailboxKey } from './mail-address.ts'
import type { Landing } from './receive.ts'

/**
 * D-9: is somebody to hear of a message that has landed, at once and on their screen? Never of spam, of blocked senders
 * and of machines (S-8, S-9, P-5). The assignee hears of it even while a colleague looks on; what has nobody is told to
 * all, unless one of them has it before their eyes (S-3).
 */
export function rings(landing: Landing, automatic: boolean, assigned: boolean): boolean {
  if (automatic || !('notify' in landing) || landing.ticket === 'spam') return false
  return assigned || landing.notify
}

/** Time between two notices of one ticket to one address: what comes meanwhile is told of together. */
export const noticeGap = 60_000

/**
 * M-6: who is told by mail of a message that has landed. Nobody of what is spam, blocked or before an agent's eyes, and
 * nobody of a machine's mail: two desks that tell each other would never stop (P-5). `channels`: those they want to hear
 * of. `own`: our own addresses, which are told nothing either.
 */
export function toldByMail(
  landing: Landing,
  { channel, automatic = false }: { channel: ChannelName; automatic?: boolean },
  {
    addresses,
    channels,
    own,
  }: { addresses: readonly string[]; channels: readonly ChannelName[]; own: readonly string[] },
): string[] {
  if (automatic || !channels.includes(channel) || !('notify' in landing) || !landing.notify) return []
  const ours = new Set(own.map(mailboxKey))
  return [...new Set(addresses)].filter((address) => !ours.has(mailboxKey(address)))
}
