import type { Channel } from './brand.ts'

/**
 * What a carrier can do to one message. `refused`: says no at once. `reported`: takes it, and says later that it did
 * not arrive. `bounced`: the same for a mail.
 */
export type Failure = { words: string } & (
  | { how: 'refused'; status: number; code: number; subcode?: number; message: string }
  | { how: 'reported'; code: number; message: string }
  | { how: 'bounced'; code: string; message: string }
)

const refused = (status: number, code: number, words: string, message: string, subcode?: number): Failure => ({
  how: 'refused',
  status,
  code,
  words,
  message,
  ...(subcode !== undefined && { subcode }),
})
const reported = (code: number, words: string, message: string): Failure => ({ how: 'reported', code, words, message })
const bounced = (code: string, words: string, message: string): Failure => ({ how: 'bounced', code, words, message })

const page = {
  '190': refused(401, 190, 'says that our token is no longer valid', 'Error validating access token'),
  '551': refused(400, 551, 'says that the person cannot be reached', 'This person isn’t available right now.'),
  '613': refused(400, 613, 'has had too many calls, try later', 'Calls to this api have exceeded the rate limit.'),
  '503': refused(503, 2, 'is out of order, try later', 'Service temporarily unavailable'),
}

/** By channel and the code by which a switch names it. The words complete “The carrier …”. */
export const failures = {
  sms: {
    '21610': refused(400, 21610, 'says that the person has unsubscribed', 'Attempt to send to unsubscribed recipient'),
    '21211': refused(400, 21211, 'does not know the number', "The 'To' number is not a valid phone number."),
    '20003': refused(401, 20003, 'does not accept our credentials', 'Authenticate'),
    '20429': refused(429, 20429, 'has had too many calls, try later', 'Too Many Requests'),
    '503': refused(503, 20503, 'is out of order, try later', 'Service is unavailable. Please try again.'),
    '30003': reported(30003, 'reports later: phone out of reach', 'Unreachable destination handset'),
    '30006': reported(30006, 'reports later: a landline', 'Landline or unreachable carrier'),
    '30007': reported(30007, 'reports later: taken for spam', 'Message filtered'),
  },
  whatsapp: {
    '131047': reported(131047, 'reports later: the 24 hours are over', 'Re-engagement message'),
    '131026': reported(131026, 'reports later: no WhatsApp there', 'Message undeliverable'),
    '131049': reported(131049, 'reports later: spared the person', 'Meta chose not to deliver'),
    '190': page['190'],
    '130429': refused(429, 130429, 'has had too many messages, try later', 'Rate limit hit'),
    '503': page['503'],
  },
  instagram: {
    '2534022': refused(400, 10, 'says that the 24 hours are over', 'Sent outside of allowed window.', 2534022),
    ...page,
  },
  messenger: {
    '2018278': refused(400, 10, 'says that the 24 hours are over', 'Sent outside of allowed window.', 2018278),
    ...page,
  },
  email: {
    '550': refused(550, 511, 'refuses the mail for good', '5.1.1 No such user here'),
    '451': refused(451, 471, 'asks to come back later', '4.7.1 Greylisted, please try again later'),
    '5.1.1': bounced('5.1.1', 'takes the mail and brings it back: nobody there', '550 5.1.1 No such user here'),
    '5.2.2': bounced('5.2.2', 'takes the mail and brings it back: mailbox full', '552 5.2.2 Mailbox full'),
  },
} as const satisfies Record<Channel, Record<string, Failure>>

/** The failure that a code names on a channel; null where it names none. */
export const failureOf = (channel: Channel, code: string): Failure | null =>
  new Map<string, Failure>(Object.entries(failures[channel])).get(code) ?? null
