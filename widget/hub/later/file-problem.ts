import type { ErrorCode } from '../../../server/protocol/errors.ts'
import type { LaterWords } from '../../words/later.en.ts'
import { say } from '../voice.ts'

/** Why files were not sent, in a sentence; empty where "not sent" is all there is to say. */
export function problemOf(words: LaterWords, code: ErrorCode, name = ''): string {
  const sentences: Partial<Record<ErrorCode, string>> = {
    file_too_large: name ? words.oneTooLarge : words.allTooLarge,
    file_not_possible: words.fileKind,
    too_many_files: words.tooMany,
    not_found: words.fileGone,
  }
  return say(sentences[code] ?? '', { name })
}
