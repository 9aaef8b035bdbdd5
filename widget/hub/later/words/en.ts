import type { MoreWords } from './more-words.ts'

export const words: MoreWords = {
  picked: 'Files to send',
  removeFile: 'Remove {name}',
  openFile: 'Open {name}',
  uploading: 'Sending',
  fileKind: '{name} cannot be sent. You can send pictures, videos, audio, PDF and office documents.',
  oneTooLarge: '{name} is too large: 10 MB at most.',
  allTooLarge: 'Together these files are too large: 20 MB at most.',
  tooMany: 'At most 5 files at a time.',
  fileGone: 'Your browser did not keep this file. Please pick it again.',
  sound: 'Sound for answers',
  endChat: 'End chat',
  endAsk: 'End this chat? You can start a new one at any time.',
  keep: 'Keep chatting',
  endFailed: 'That did not work. Try again?',
  rate: 'How was this chat?',
  rates: ['Very bad', 'Bad', 'Okay', 'Good', 'Very good'],
  rateComment: 'Anything to add?',
  rateSend: 'Send rating',
  rateThanks: 'Thank you. The team sees it.',
}
