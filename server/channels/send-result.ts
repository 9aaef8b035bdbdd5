import type { SendResult } from './channel.ts'
import { type Answer, retryAfterMs, type Trouble } from './provider-request.ts'

/** What a provider's error code means: words for the agent, or that it may work later. */
export type Meaning = { words: string } | 'later' | 'unknown'

/**
 * What became of a message that was handed to a provider. `sid` is its id of the message, where it gave one; `code` its
 * own error code and `meaning` what that stands for, where we know it. A gateway that gave up (502, 504) cannot know
 * whether the provider behind it took the message, so neither do we.
 */
export function resultOf(
  answer: Answer | Trouble,
  said: { sid: string | undefined; code: string | undefined; meaning: Meaning | undefined },
): SendResult {
  if ('trouble' in answer) {
    return answer.trouble === 'unsent'
      ? { retry: true, reason: answer.reason, afterMs: null }
      : { unknown: true, reason: answer.reason }
  }
  const { status } = answer
  const code = said.code ?? `http ${status}`
  if (status >= 200 && status < 300) {
    return said.sid
      ? { sent: true, externalId: said.sid }
      : { unknown: true, reason: `accepted (${status}), without an id` }
  }
  if (said.meaning === 'unknown') return { unknown: true, reason: code }
  if (said.meaning === 'later') return { retry: true, reason: code, afterMs: retryAfterMs(answer) }
  if (said.meaning) return { refused: true, code, words: said.meaning.words }
  if (status === 502 || status === 504) return { unknown: true, reason: code }
  if (status >= 500 || status === 429 || status === 408)
    return { retry: true, reason: code, afterMs: retryAfterMs(answer) }
  return { refused: true, code, words: wordsFor(status, said.code) }
}

function wordsFor(status: number, code: string | undefined): string {
  if (status === 401 || status === 403) {
    return 'The provider does not accept our credentials. Someone who may change the settings must check this channel.'
  }
  return `The provider did not accept this message (${code ?? `status ${status}`}).`
}
