import { brand } from '../brand.ts'

/** The version that Twilio names in every form and address. */
export const apiVersion = '2010-04-01'
export const account = `/${apiVersion}/Accounts/${brand.sms.accountSid}`

const countries: readonly [prefix: string, code: string][] = [
  ['+1', 'US'],
  ['+33', 'FR'],
  ['+44', 'GB'],
  ['+49', 'DE'],
]
const countryOf = (number: string): string => countries.find(([prefix]) => number.startsWith(prefix))?.[1] ?? ''

/** An SMS or MMS as Twilio posts it. Source: twilio.com/docs/messaging/guides/webhook-request */
export const inboundForm = (message: {
  sid: string
  from: string
  text: string
  media: readonly { url: string; type: string }[]
  optOutType?: string | undefined
}): URLSearchParams => {
  const { sid, from, text, media, optOutType } = message
  const form = new URLSearchParams({
    ToCountry: countryOf(brand.sms.number),
    ToState: '',
    SmsMessageSid: sid,
    NumMedia: String(media.length),
    ToCity: '',
    FromZip: '',
    SmsSid: sid,
    FromState: '',
    SmsStatus: 'received',
    FromCity: '',
    Body: text,
    FromCountry: countryOf(from),
    To: brand.sms.number,
    ToZip: '',
    NumSegments: String(Math.max(1, Math.ceil(text.length / 153))),
    MessageSid: sid,
    AccountSid: brand.sms.accountSid,
    From: from,
    ApiVersion: apiVersion,
  })
  media.forEach(({ url, type }, at) => {
    form.set(`MediaContentType${at}`, type)
    form.set(`MediaUrl${at}`, url)
  })
  if (optOutType !== undefined) form.set('OptOutType', optOutType)
  return form
}

/** What became of a message, as Twilio posts it to its StatusCallback. Source: twilio.com/docs, outbound-message-status */
export const statusForm = (message: {
  sid: string
  to: string
  status: string
  errorCode?: number
}): URLSearchParams => {
  const { sid, to, status, errorCode } = message
  return new URLSearchParams({
    SmsSid: sid,
    SmsStatus: status,
    MessageStatus: status,
    To: to,
    MessageSid: sid,
    AccountSid: brand.sms.accountSid,
    From: brand.sms.number,
    ApiVersion: apiVersion,
    ...(errorCode !== undefined && { ErrorCode: String(errorCode) }),
  })
}
