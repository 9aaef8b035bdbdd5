import type { ChannelName } from '../protocol/channel.ts'
import type { Priority } from '../protocol/priority.ts'
import type { Routing, RoutingRule, WhenAway } from '../protocol/routing.ts'
import { type Known, lacks } from '../protocol/routing-lacks.ts'
import { minute, type Moment } from './ticket.ts'

/** A ticket that looks for an assignee, as the rules see it. */
export type Routed = {
  channel: ChannelName
  /** Of its customer; null: not known. */
  locale: string | null
  segments: readonly string[]
  /** By id. */
  tags: readonly string[]
  priority: Priority
  /** Where somebody put it already. */
  team: string | null
  /** Its first message, with its subject. */
  words: string
}

/** Where a ticket goes. `to` null: to nobody; `turnOf`: whose turn it is of that team, or of all (null). */
export type Plan = {
  rule: RoutingRule | null
  /** Null: it stays as it is. */
  team: string | null
  priority: Priority | null
  to: { agent: string } | { turnOf: string | null } | null
}

/** D-4: the first rule that fits says where a ticket goes; what no rule places goes round, if that is switched on. */
export function planFor({ rules, roundRobin }: Routing, known: Known, ticket: Routed): Plan {
  const rule = rules.find((one) => lacks(one, known).length === 0 && fits(one, ticket)) ?? null
  const usual = roundRobin ? { turnOf: ticket.team } : null
  const plan = { rule, team: null, priority: rule?.priority ?? null, to: usual }
  if (rule === null) return plan
  switch (rule.to.kind) {
    case 'team':
      return { ...plan, team: rule.to.team, to: rule.to.hand ? { turnOf: rule.to.team } : null }
    case 'agent':
      return { ...plan, to: { agent: rule.to.agent } }
    case 'usual':
      return plan
  }
}

function fits({ when }: RoutingRule, { channel, locale, segments, tags, priority, words }: Routed): boolean {
  const language = locale === null ? '' : plain(locale.split(/[-_]/)[0] ?? '')
  const groups = segments.map(plain)
  const said = spaced(words)
  return (
    oneOf(when.channels, (name) => name === channel) &&
    oneOf(when.segments, (name) => groups.includes(plain(name))) &&
    oneOf(when.tags, (tag) => tags.includes(tag)) &&
    oneOf(when.languages, (name) => name === language) &&
    (when.priority === null || when.priority === priority) &&
    oneOf(when.words, (phrase) => says(said, phrase))
  )
}

const oneOf = <T>(list: readonly T[], is: (one: T) => boolean) => list.length === 0 || list.some(is)

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** Only letters and digits, one space around each word: "Re: size?" is " re size ". */
const spaced = (text: string) =>
  ` ${plain(text)
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `

/** A phrase is there word for word. One without any letter or digit fits nothing. */
function says(said: string, phrase: string): boolean {
  const sought = spaced(phrase)
  return sought.trim() !== '' && said.includes(sought)
}

/** D-4: is a ticket that stays open given out anew, because whoever has it is away (`since`) for too long? */
export function givenAnew(whenAway: WhenAway, since: Moment | null, now: Moment): boolean {
  return whenAway.do === 'again' && since !== null && now - since > whenAway.minutes * minute
}
