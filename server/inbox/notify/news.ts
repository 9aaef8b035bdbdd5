import type { Preferences } from '../../protocol/own-choices.ts'

/**
 * What an agent may be told of (D-9). Another kind is one more line here, its sentence in words/news.*.ts, and a call
 * of `notifier.tell` where it is heard.
 */
export type News = {
  kind: 'message' | 'unassigned' | 'snooze' | 'mention' | 'waits' | 'waits_unassigned'
  /** The same in every tab that hears of it. */
  id: string
  ticket: string
  /** Whose it is: the customer, or the colleague who mentions me. */
  who: string
  /** One line of what was said; empty where nothing was. */
  text: string
}

/** D-9: does the agent want to hear of it? What was put off comes back as a message of its ticket does (S-1). */
export function wanted({ kind }: Pick<News, 'kind'>, { messages, mentions }: Preferences): boolean {
  switch (kind) {
    case 'mention':
      return mentions
    case 'unassigned':
    case 'waits_unassigned':
      return messages === 'mine_and_unassigned'
    case 'message':
    case 'snooze':
    case 'waits':
      return messages !== 'none'
  }
}
