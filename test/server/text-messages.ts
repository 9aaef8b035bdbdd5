import { createHmac } from 'node:crypto'
import type { SecretChanges } from '../../server/protocol/channel-secrets.ts'
import type { Settings } from '../../server/protocol/settings.ts'
import { type Behaviour, type Received, startProvider } from './channels/provider.ts'
import { type Installation, startInstallation } from './installation.ts'

export const authToken = 'the auth token of the tests'
export const ourNumber = '+493023125010'
export const otherNumber = '+493023125011'

/** The shop's settings with SMS switched on. */
export const withSms = (settings: Settings, own: Partial<Settings['sms']> = {}): Settings => ({
  ...settings,
  sms: {
    ...settings.sms,
    on: true,
    accountSid: 'AC00000000000000000000000000000001',
    numbers: [
      { number: ourNumber, name: '' },
      { number: otherNumber, name: '' },
    ],
    autoresponder: { audience: 'everybody', text: '' },
    ...own,
  },
})

/** Keeps credentials as the owner would. */
export async function keepSecrets(hub: Installation, secrets: SecretChanges): Promise<void> {
  const owner = await hub.member('owner')
  const answer = await hub.post('/api/settings/secrets', secrets, { cookie: owner.cookie }, 'PUT')
  if (!answer.ok) throw new Error(await answer.text())
}

/** A desk with SMS, and a carrier of a few lines that takes what is sent, or behaves as told. */
export async function startSms(
  own: Partial<Settings['sms']> = {},
  behave?: (received: Received) => Behaviour | Promise<Behaviour>,
) {
  let taken = 0
  const carrier = await startProvider(
    (received) =>
      behave?.(received) ?? { status: 201, body: JSON.stringify({ sid: `SM${++taken}`, status: 'queued' }) },
  )
  const providers = { twilioUrl: carrier.url, metaUrl: carrier.url, metaVersion: 'v25.0', relayUrl: null }
  const hub = await startInstallation(undefined, { providers })
  await hub.settings((settings) => withSms(settings, own))
  await keepSecrets(hub, { twilioAuthToken: authToken })
  const posts = () => carrier.received.filter(({ method }) => method === 'POST')
  return { hub, sent: () => posts().map(({ body }) => Object.fromEntries(new URLSearchParams(body))) }
}

let sids = 0

/** Posts a form as Twilio does, signed over the desk's address. */
export async function postTwilio(
  hub: Installation,
  fields: Record<string, string>,
  path = '/hooks/twilio',
  key = authToken,
) {
  const signed = Object.entries(fields)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => name + value)
    .join('')
  const signature = createHmac('sha1', key)
    .update(hub.url + path + signed)
    .digest('base64')
  return fetch(hub.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    body: new URLSearchParams(fields),
  })
}

/** Somebody writes an SMS; has to be taken. Returns its id at the provider. */
export async function text(hub: Installation, from: string, body: string, given: { to?: string; sid?: string } = {}) {
  const sid = given.sid ?? `SMin${++sids}`
  const answer = await postTwilio(hub, { MessageSid: sid, From: from, To: given.to ?? ourNumber, Body: body })
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  return sid
}
