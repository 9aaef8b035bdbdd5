import type { ChannelName } from '../protocol/channel.ts'
import { filledText } from '../protocol/filled-text.ts'
import { channelRules } from './channels/channel-rules.ts'
import { type Consent, consentAfter, subscribed } from './consent.ts'

export type Keyword = 'stop' | 'join' | 'help'

/** The words that the owner has added. */
export type OwnWords = Record<Keyword, readonly string[]>

export const noOwnWords: OwnWords = { stop: [], join: [], help: [] }

/** Nobody writes longer keywords; a longer text need not be folded to know that it is none. */
const longest = 100

/**
 * M-1: the keyword that the message is, whole, trimmed and case-folded; null for any other message, which goes its way
 * by T-3 and T-4. Where a word stands in two lists, stopping goes before joining and joining before help.
 */
export function keywordOf(channel: ChannelName, text: string, own: OwnWords, consent: Consent): Keyword | null {
  const { keywords } = channelRules[channel]
  if (keywords === null || text.trim().length > longest) return null
  const said = folded(text)
  const isOf = (words: readonly string[]) => said !== '' && words.some((word) => folded(word) === said)
  if (isOf(keywords.stop)) return 'stop'
  if (isOf(keywords.join) || (!subscribed(consent) && isOf(keywords.joinUnlessSubscribed))) return 'join'
  if (isOf(keywords.help)) return 'help'
  return (['stop', 'join', 'help'] as const).find((keyword) => isOf(own[keyword])) ?? null
}

export type KeywordEffect = {
  consent: Consent
  /** The compliance answer to send; null: none. */
  answer: Keyword | null
  /** The live ticket that gets a small automatic line; null: none. The message itself goes to the customer's activity. */
  line: string | null
}

/**
 * M-1: what a keyword does. It opens, reopens, wakes and unreads nothing. A STOP holds for blocked customers too, who
 * get no answer (S-9); one that changes nothing is not confirmed again. `providerAnswers`: the provider does it itself.
 */
export function keywordEffect(
  keyword: Keyword,
  before: { consent: Consent; blocked: boolean; providerAnswers: boolean; liveTicket: string | null },
): KeywordEffect {
  const consent = consentAfter(before.consent, keyword)
  const silent = before.blocked || before.providerAnswers || (keyword === 'stop' && before.consent === 'stopped')
  return { consent, answer: silent ? null : keyword, line: before.liveTicket }
}

/** The compliance answer in the shop's words; one is due also where nobody has named an address for help (M-1). */
export function keywordAnswer(keyword: Keyword, values: { organization: string; email: string | null }): string | null {
  const text = keyword === 'help' && !values.email?.trim() ? helpHere : keywordTexts[keyword]
  return filledText(text, values)
}

const helpHere = '{{organization}}: For help answer this message in your own words. Write STOP to get no more messages.'

/** The default texts of the compliance answers. */
export const keywordTexts: Record<Keyword, string> = {
  stop: '{{organization}}: You will get no more messages from us here. Write START to get them again.',
  join: '{{organization}}: You will get our messages from now on. Write HELP for help and STOP to end them.',
  help: '{{organization}}: For help write to {{email}}. Write STOP to get no more messages.',
}

/**
 * The same for every way to write the same letters: full-width forms, invisible signs, spaces, case. The dotted and
 * the dotless i of Turkish keyboards are the i of the keywords; the language of this machine plays no part.
 */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('i\u0307', 'i')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ')
}
