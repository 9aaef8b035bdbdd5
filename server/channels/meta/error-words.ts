import type { Meaning } from '../send-result.ts'

const reconnect = 'The connection to Meta is no longer valid. Someone who may change the settings must renew it.'
const permission = 'Meta does not let our app do this. Someone who may change the settings must check its permissions.'
const windowOver = 'More than 24 hours have passed since the customer last wrote, so they cannot be answered now.'
const unreachable = 'This customer cannot be reached now: they blocked us, left, or no longer take messages.'
const account = 'Meta has limited our account. Someone who may change the settings must look at it in Meta Business.'
const setUp = 'Our WhatsApp number is not set up completely. Someone who may change the settings must check it at Meta.'
const malformed = 'Meta could not read this message.'
const file = 'Meta could not use the file of this message.'

/** Meta's codes, and `code/subcode` where the second tells more, in words an agent can act on. */
const words: Record<string, string> = {
  0: reconnect,
  3: permission,
  10: permission,
  '10/2018065': windowOver,
  '10/2018278': windowOver,
  '10/2534022': windowOver,
  33: 'Meta does not know our number or page any more. Someone who may change the settings must check it.',
  100: malformed,
  '100/2018001': unreachable,
  '100/2534014': unreachable,
  102: reconnect,
  190: reconnect,
  200: permission,
  '200/1545041': unreachable,
  230: permission,
  368: 'Meta has blocked our account for a while for breaking its policies. Its notices say what to do.',
  551: unreachable,
  10900: unreachable,
  10903: 'Meta does not allow an answer to this customer.',
  130472: 'Meta keeps messages from this customer as part of an experiment.',
  131005: permission,
  131008: malformed,
  131009: malformed,
  131021: 'This is our own number.',
  131026: 'This message cannot be delivered: the number may have no WhatsApp, or the app there is too old.',
  131030: 'Our WhatsApp number is a test number and may write only to numbers confirmed at Meta.',
  131031: account,
  131037: setUp,
  131042: 'Meta cannot charge for this message. Someone who may change the settings must check the payment there.',
  131045: setUp,
  131047: windowOver,
  131048: account,
  131049: 'Meta did not deliver this message, to spare the customer too many. Try again later.',
  131050: 'This customer does not want such messages from us.',
  131051: 'WhatsApp does not take messages of this kind.',
  131052: file,
  131053: file,
  131062: 'This message can only be sent to a phone number, and the customer keeps theirs private.',
  133010: setUp,
}

/** All that is said here; screens in other languages say each of it in theirs. */
export const metaSentences: readonly string[] = Object.values(words)

/** Codes that ask for patience, whatever the status they come with. */
const later = new Set(['2', '4', '17', '32', '613', '1200', '80007', '130429', '131000', '131016', '131056', '131057'])

/** What a code means for a message we tried to send; undefined where the status must tell. */
export function metaMeaning(code: number | undefined, subcode: number | undefined): Meaning | undefined {
  // Documented: the message went out, only the answer did not come back.
  if (code === 1 && subcode === 1_357_046) return 'unknown'
  const known = wordsOf(`${code}/${subcode}`) ?? wordsOf(String(code))
  if (known !== undefined) return { words: known }
  if (code !== undefined && code > 200 && code < 300) return { words: permission }
  return later.has(String(code)) ? 'later' : undefined
}

/** Why a delivery failed, in words; Meta's own where we know none. */
export function metaWords(code: number, theirs: string): string {
  return wordsOf(String(code)) ?? (theirs || 'Meta did not deliver this message.')
}

const wordsOf = (code: string): string | undefined => (Object.hasOwn(words, code) ? words[code] : undefined)
