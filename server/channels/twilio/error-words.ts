import type { Meaning } from '../send-result.ts'

const landline = 'This number cannot receive text messages (a landline, or a carrier that takes none).'
const badNumber = 'This is not a valid mobile number.'
const ourNumber =
  'Our own number cannot send this message. Someone who may change the settings must check it at Twilio.'
const account = 'Twilio has limited our account. Someone who may change the settings must look at it at Twilio.'
const registration =
  'The carriers want our number to be registered first (at Twilio). Until then they take no messages.'
const filtered = 'The carrier took this message for spam and stopped it. Other words, or no link, may pass.'
const file = 'Twilio could not use the file of this message.'

/** Twilio's codes, of a refused request and of a failed delivery alike, in words an agent can act on. */
const words: Record<string, string> = {
  20003: 'Twilio does not accept our credentials. Someone who may change the settings must check them.',
  20005: account,
  20404: 'Twilio does not know our account. Someone who may change the settings must check it.',
  21211: badNumber,
  21212: ourNumber,
  21217: badNumber,
  21408: 'Messages to this country are switched off for our Twilio account.',
  21606: ourNumber,
  21608: 'Our Twilio account is on trial and may only write to numbers confirmed there.',
  21610: 'This customer has unsubscribed (STOP). Only they can allow messages again, by texting START.',
  21612: 'Twilio knows no way from our number to this one.',
  21614: landline,
  21617: 'This message is too long for an SMS.',
  21619: 'The message is empty.',
  21620: file,
  21623: file,
  21635: landline,
  21654: ourNumber,
  21660: ourNumber,
  21703: ourNumber,
  21704: ourNumber,
  30002: account,
  30003: 'The phone is switched off or out of reach. A later try may work.',
  30004: 'The carrier or the customer blocks our messages.',
  30005: 'This number is unknown or no longer in use.',
  30006: landline,
  30007: filtered,
  30008: 'The carrier did not deliver this message and did not say why.',
  30010: 'This message costs more than the limit set at Twilio.',
  30019: 'The file is larger than the carrier allows.',
  30022: account,
  30023: account,
  30032: registration,
  30034: registration,
  30035: registration,
  30038: filtered,
  30410: 'The carrier did not answer in time.',
  30453: filtered,
  30454: account,
  63016: 'The time in which this customer may be answered is over.',
}

/** All that is said here; screens in other languages say each of it in theirs. */
export const twilioSentences: readonly string[] = Object.values(words)

/** Codes that ask for patience, whatever the status they come with. */
const later = new Set(['20429', '21611', '30001', '30009', '30017'])

/** What a code means for a message we tried to send; undefined where the status must tell. */
export function twilioMeaning(code: string | undefined): Meaning | undefined {
  if (code === undefined) return undefined
  if (later.has(code)) return 'later'
  const known = Object.hasOwn(words, code) ? words[code] : undefined
  return known === undefined ? undefined : { words: known }
}

/** Why a delivery failed, in words; Twilio's own where we know none. */
export function twilioWords(code: string, theirs: string): string {
  const known = Object.hasOwn(words, code) ? words[code] : undefined
  return known ?? (theirs || 'The carrier did not deliver this message.')
}
