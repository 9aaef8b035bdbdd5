import type { ChannelName } from '../protocol/channel.ts'

/** Who writes, as far as it says that they are a customer and no stranger. */
export type Writer = {
  blocked: boolean
  /** The shop vouches for them: they were signed in there. */
  signedIn: boolean
  /** An agent has answered them before, or takes part in the thread they write into. */
  answered: boolean
  ordered: boolean
  /** An agent said of something they wrote that it is no spam. */
  cleared: boolean
}

/**
 * S-8: is a message looked at for spam at all? Never where a mistake would hide a customer: in the web chat, whose
 * writers are signed in, and of anybody the shop knows by more than an address. What a blocked sender writes lies apart
 * already (S-9).
 */
export function isScanned(
  channel: ChannelName,
  on: Readonly<Record<Exclude<ChannelName, 'web_chat'>, boolean>>,
  writer: Writer,
): boolean {
  if (channel === 'web_chat' || !on[channel]) return false
  const { blocked, signedIn, answered, ordered, cleared } = writer
  return !(blocked || signedIn || answered || ordered || cleared)
}
