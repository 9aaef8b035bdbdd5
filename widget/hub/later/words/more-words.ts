import type { ErrorCode } from '../../../../server/protocol/errors.ts'
import { say } from '../../voice.ts'

/** Sentences of the drawer's later parts. `{…}` marks are filled in. */
export type MoreWords = {
  /** Of the list of files that wait to be sent. */
  picked: string
  removeFile: string
  openFile: string
  uploading: string
  fileKind: string
  oneTooLarge: string
  allTooLarge: string
  tooMany: string
  /** The browser has it no more. */
  fileGone: string
  sound: string
  endChat: string
  endAsk: string
  keep: string
  endFailed: string
  /** */
  address: string
  addressSave: string
  addressLeft: string
  addressChange: string
  addressWrong: string
  /** D-10 */
  rate: string
  /** From the worst to the best. */
  rates: readonly string[]
  rateComment: string
  rateSend: string
  rateThanks: string
}

/** Why files were not sent, in a sentence; empty where "not sent" is all there is to say. */
export function problemOf(words: MoreWords, code: ErrorCode, name = ''): string {
  const sentences: Partial<Record<ErrorCode, string>> = {
    file_too_large: name ? words.oneTooLarge : words.allTooLarge,
    file_not_possible: words.fileKind,
    too_many_files: words.tooMany,
    not_found: words.fileGone,
  }
  return say(sentences[code] ?? '', { name })
}
