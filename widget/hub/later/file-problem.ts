import type { ErrorCode } from '../../../server/protocol/errors.ts'
import type { LaterWords } from '../../words/later.en.ts'
import { sayOf } from './file-name.ts'

/** The file that it is about, where that is known. */
type About = { name: string; size: number | null }

/** Why files were not sent, in a sentence; empty where "not sent" is all there is to say. */
export function problemOf(words: LaterWords, code: ErrorCode, file?: About): string {
  const sentences: Partial<Record<ErrorCode, string>> = {
    file_too_large: file ? words.oneTooLarge : words.allTooLarge,
    file_not_possible: !file ? words.anyKind : file.size === 0 ? words.fileEmpty : words.fileKind,
    too_many_files: words.tooMany,
    not_found: words.fileGone,
    bad_request: words.notTaken,
  }
  return sayOf(sentences[code] ?? '', file?.name ?? '')
}
