import { fetchMedia, type Media, type MediaRules } from '../fetch-media.ts'
import { credentialsOf, type TwilioSettings } from './account.ts'

/** Where Twilio keeps the pictures of MMS; a bucket of Amazon's unless the account wants them behind credentials. */
const hosts = ['api.twilio.com', 'mms.twiliocdn.com', 'media.twiliocdn.com', 's3-external-1.amazonaws.com'] as const

/** Fetches a picture that came with an MMS. Only Twilio's own API ever sees the credentials. */
export function fetchTwilioMedia(
  url: string,
  settings: TwilioSettings,
  limits: Pick<MediaRules, 'maxBytes' | 'timeoutMs' | 'resolve'>,
): Promise<Media> {
  const origin = URL.canParse(url) ? new URL(url).origin : ''
  const isApi = origin === new URL(settings.baseUrl).origin
  const authorization = isApi ? credentialsOf(settings) : null
  return fetchMedia(url, { ...limits, hosts, baseUrl: settings.baseUrl, authorization })
}
