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
}

/** Why files were not sent, in a sentence; empty where "not sent" is all there is to say. */
export function problemOf(words: MoreWords, code: ErrorCode, name: string | undefined): string {
  switch (code) {
    case 'file_too_large':
      return name === undefined ? words.allTooLarge : say(words.oneTooLarge, { name })
    case 'file_not_possible':
      return say(words.fileKind, { name: name ?? '' }).trim()
    case 'too_many_files':
      return words.tooMany
    case 'not_found':
      return words.fileGone
    default:
      return ''
  }
}
