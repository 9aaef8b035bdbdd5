import type { ChannelName } from '../../protocol/channel.ts'
import type { MessageNews, Preferences, Whose } from '../../protocol/own-choices.ts'
import type { Words } from '../words/en.ts'

/**
 * What an agent may be told of (D-9): a colleague mentions them, or a customer has written, is back from a snooze, or
 * waits. Another kind is one more name here, its sentence in words/news.*.ts, and a call of `notifier.tell` where it is
 * heard.
 */
export type News = {
  /** The same in every tab that hears of it. */
  id: string
  ticket: string
  /** Whose it is: the customer, or the colleague who mentions me. */
  who: string
  /** One line of what was said; empty where nothing was. */
  text: string
} & About

type About = { kind: 'mention' } | { kind: 'message' | 'snooze' | 'waits'; channel: ChannelName; whose: Whose }

const reach: Record<MessageNews, readonly Whose[]> = {
  none: [],
  mine: ['mine'],
  mine_and_team: ['mine', 'team'],
  mine_and_unassigned: ['mine', 'team', 'nobody'],
  all: ['mine', 'team', 'nobody', 'colleague'],
}

/** D-9: does the agent want to hear of it? */
export function wanted(news: About, { messages, mentions, quietChannels }: Preferences): boolean {
  if (news.kind === 'mention') return mentions
  return reach[messages].includes(news.whose) && !quietChannels.includes(news.channel)
}

type Ticket = { assignee: string | null; team: string | null }
type Team = { id: string; members: readonly string[] }

/** Whose a ticket is, as seen by one member. */
export function whoseOf({ assignee, team }: Ticket, me: string, teams: readonly Team[]): Whose {
  if (assignee !== null) return assignee === me ? 'mine' : 'colleague'
  return teams.some(({ id, members }) => id === team && members.includes(me)) ? 'team' : 'nobody'
}

/** The first line of it. */
export function titleOf(news: About & Pick<News, 'who'>, { news: { title } }: Words): string {
  return title[sentenceOf(news)](news.who)
}

function sentenceOf(news: About): keyof Words['news']['title'] {
  if (news.kind === 'mention' || news.kind === 'snooze') return news.kind
  if (news.whose === 'team' || news.whose === 'nobody') return news.kind === 'waits' ? 'waits_unassigned' : 'unassigned'
  return news.kind === 'message' && news.whose === 'colleague' ? 'colleagues' : news.kind
}
