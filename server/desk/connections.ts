import type { Connections } from '../channels/carriers.ts'
import type { Outbound } from '../channels/channel.ts'
import { type RemoteChannel, remoteChannels } from '../protocol/channel.ts'
import type { Settings } from '../protocol/settings.ts'
import { readChannelSecrets } from './channel-secrets.ts'
import { currentSettings } from './current-settings.ts'
import type { Desk } from './desk.ts'
import { canMail } from './mailboxes.ts'

/**
 * What is needed to speak with each provider, as the settings stand now; null where something is missing. A channel
 * that is switched off has none, except to try whether it would work.
 */
export async function connectionsNow(desk: Desk, toTry = false): Promise<Connections> {
  const [{ settings }, secrets] = await Promise.all([currentSettings(desk.settings, desk.db), readChannelSecrets(desk)])
  const { twilioUrl, metaUrl, metaVersion, relayUrl } = desk.providers
  const { sms } = settings
  const authToken = secrets.twilioAuthToken
  const meta = (on: boolean, accessToken: string | undefined) =>
    (on || toTry) && accessToken !== undefined ? { baseUrl: metaUrl, version: metaVersion, accessToken } : null
  return {
    email: relayUrl !== null && (toTry || canMail(settings, { relayUrl })) ? { relayUrl } : null,
    sms:
      (sms.on || toTry) && authToken !== undefined && sms.accountSid !== ''
        ? {
            baseUrl: twilioUrl,
            accountSid: sms.accountSid,
            authToken,
            messagingServiceSid: sms.messagingServiceSid || null,
          }
        : null,
    whatsapp: meta(settings.whatsapp.on, secrets.whatsappToken),
    instagram: meta(settings.instagram.on, secrets.instagramToken),
    messenger: meta(settings.messenger.on, secrets.messengerToken),
  }
}

/**
 * The channels by which the settings let nothing leave. Whether their credentials are there is not asked: a message that
 * lacks them fails with that reason.
 */
export function channelsOff(settings: Settings, providers: { relayUrl: string | null }): RemoteChannel[] {
  return remoteChannels.filter((one) => (one === 'email' ? !canMail(settings, providers) : !settings[one].on))
}

/** The ids by which the provider knows our numbers, accounts and pages: what a test of the connection asks for. */
export async function idsAtProvider(desk: Desk, channel: RemoteChannel): Promise<string[]> {
  const { whatsapp, instagram, messenger } = (await currentSettings(desk.settings, desk.db)).settings
  if (channel === 'whatsapp') return whatsapp.numbers.map(({ phoneNumberId }) => phoneNumberId)
  if (channel === 'instagram') return instagram.accounts.map(({ pageId }) => pageId)
  return channel === 'messenger' ? messenger.pages.map(({ pageId }) => pageId) : []
}

/** The message as its provider wants it addressed: Instagram answers leave from the page, Twilio reports to our door. */
export async function addressed(desk: Desk, outbound: Outbound): Promise<Outbound> {
  const { settings } = await currentSettings(desk.settings, desk.db)
  return { ...outbound, from: senderOf(settings, outbound), statusUrl: statusUrlOf(desk, outbound) }
}

function senderOf({ instagram }: Settings, { channel, from }: Outbound): string {
  if (channel !== 'instagram') return from
  return instagram.accounts.find(({ accountId }) => accountId === from)?.pageId ?? from
}

/** Twilio reports to our door; the porch adds the message's own id. */
function statusUrlOf(desk: Desk, { channel }: Outbound): string | null {
  return channel === 'sms' ? `${desk.hooksUrl()}/hooks/twilio` : null
}
