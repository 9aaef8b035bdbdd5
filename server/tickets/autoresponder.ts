import type { ChannelName } from '../protocol/channel.ts'
import { channelRules } from './channels/channel-rules.ts'
import type { Consent } from './consent.ts'
import { filledText } from '../protocol/filled-text.ts'
import type { Moment } from './ticket.ts'

/** The setting. An empty text turns it off. */
export type Autoresponder = { audience: 'everybody' | 'without_consent'; text: string }

export type AutoresponderState = {
  setting: Autoresponder
  organization: string
  /** The shop's own address for mail; null: none. */
  email: string | null
  consent: Consent
  blocked: boolean
  /** The message, or the ticket it went to, was judged spam. */
  spam: boolean
  /** The last answer of the autoresponder to this person. */
  lastAnswerAt: Moment | null
  /** The last reply of an agent to this person on this channel. */
  lastAgentAt: Moment | null
}

/**
 * M-2: the answer to an SMS that is no keyword, or null. At most one a person in 24 hours, and none where an agent wrote
 * in that time; when the hours are over, to the millisecond, the next may go. Nothing of it comes from the sender (P-5).
 */
export function autoresponse(channel: ChannelName, state: AutoresponderState, now: Moment): string | null {
  const every = channelRules[channel].autoresponderEvery
  if (every === null || state.blocked || state.spam || state.consent === 'stopped') return null
  if (state.setting.audience === 'without_consent' && state.consent !== 'never') return null
  const lately = [state.lastAnswerAt, state.lastAgentAt].some((at) => at !== null && now - at < every)
  if (lately || state.setting.text.trim() === '') return null
  return filledText(state.setting.text, { organization: state.organization, email: state.email })
}
