import { type AutoClose, settingsOfChannel } from '../protocol/auto-close.ts'
import type { SecretName } from '../protocol/channel-secrets.ts'
import { type ChannelNeed, type Need, needs } from '../protocol/channel-needs.ts'
import type { RemoteChannel } from '../protocol/channel.ts'
import type { Settings, SettingsProblem } from '../protocol/settings.ts'
import { missingValues } from '../protocol/filled-text.ts'
import { mailboxKey } from './mail-address.ts'
import { senderIdProblem } from './reply.ts'

/** What keeps the channels' settings from being saved. Paths lead from the settings' root. */
export function channelProblems(settings: Settings): SettingsProblem[] {
  const { email, sms, whatsapp, instagram, messenger } = settings
  const mailboxes = email.mailboxes.flatMap(({ address, forwardsTo }, i) => {
    const own = { path: `email.mailboxes.${i}.address`, key: mailboxKey(address) }
    const here = { path: `email.mailboxes.${i}.forwardsTo`, key: mailboxKey(forwardsTo) }
    // Mail to the shop's own domain may come to us without a way round.
    return own.key === here.key ? [own] : [own, here]
  })
  const numbers = sms.numbers.map(({ number }, i) => ({ path: `sms.numbers.${i}.number`, key: plain(number) }))
  return [
    // A mailbox that forwards to another of ours would send every mail round in a circle.
    ...entryProblems(mailboxes),
    ...entryProblems(numbers),
    ...sms.numbers.flatMap(({ number }, i) => numberProblem(`sms.numbers.${i}.number`, number)),
    ...textProblems('sms.autoresponder', sms.autoresponder.text),
    ...textProblems('email.acknowledgement', email.acknowledgement.text),
    ...Object.values(settingsOfChannel).flatMap((key) => closeProblems(`${key}.autoClose`, settings[key].autoClose)),
    ...entryProblems(whatsapp.numbers.map((one, i) => idOf(`whatsapp.numbers.${i}.phoneNumberId`, one.phoneNumberId))),
    ...entryProblems(instagram.accounts.map((one, i) => idOf(`instagram.accounts.${i}.accountId`, one.accountId))),
    ...entryProblems(messenger.pages.map((one, i) => idOf(`messenger.pages.${i}.pageId`, one.pageId))),
  ]
}

/** What the desk has beside its settings: credentials by name, and a relay that takes its mail. */
export type Having = { secrets: readonly SecretName[]; relay: boolean }

/**
 * What is still missing before a channel can take messages in and send answers out, channel by channel, on or off. With
 * it missing nothing breaks: the doors stay shut and answers fail with their reason.
 */
export function channelNeeds(settings: Settings, { secrets, relay }: Having): ChannelNeed[] {
  const { email, sms, whatsapp, instagram, messenger } = settings
  const without = (name: SecretName) => !secrets.includes(name)
  const list = (channel: RemoteChannel, lacks: Partial<Record<Need, boolean>>): ChannelNeed[] =>
    needsOf(lacks).map((what) => ({ channel, what }))
  const meta = { app_secret: without('metaAppSecret'), verify_token: without('metaVerifyToken') }
  const values = {
    organization: settings.general.shopName,
    email: email.helpAddress || email.mailboxes[0]?.address || null,
  }
  return [
    ...list('email', { mailbox: email.mailboxes.length === 0, relay: !relay }),
    ...list('sms', {
      account_sid: sms.accountSid === '',
      auth_token: without('twilioAuthToken'),
      number: sms.numbers.length === 0,
      help_address: missingValues(sms.autoresponder.text, values).includes('email'),
    }),
    ...list('whatsapp', { number: whatsapp.numbers.length === 0, access_token: without('whatsappToken'), ...meta }),
    ...list('instagram', {
      account: instagram.accounts.length === 0,
      linked_page: instagram.accounts.some(({ pageId }) => pageId === ''),
      access_token: without('instagramToken'),
      ...meta,
    }),
    ...list('messenger', { page: messenger.pages.length === 0, access_token: without('messengerToken'), ...meta }),
  ]
}

function needsOf(lacks: Partial<Record<Need, boolean>>): Need[] {
  return needs.filter((need) => lacks[need] === true)
}

type Entry = { path: string; key: string }
const idOf = (path: string, id: string): Entry => ({ path, key: id.trim() })
const plain = (number: string) => number.normalize('NFKC').replaceAll(/[\s().-]/g, '')

/** Empty ones, and those that stand in the list already. */
function entryProblems(entries: Entry[]): SettingsProblem[] {
  return entries.flatMap(({ path, key }, i): SettingsProblem[] => {
    if (key === '') return [{ path, code: 'missing' }]
    return entries.findIndex((other) => other.key === key) < i ? [{ path, code: 'repeated' }] : []
  })
}

/** */
function numberProblem(path: string, number: string): SettingsProblem[] {
  const code = number.trim() === '' ? null : senderIdProblem(number)
  return code === null ? [] : [{ path, code }]
}

/** D-6: a warning goes before the close, not before the silence. */
function closeProblems(path: string, { on, afterMinutes, warnMinutes, warning }: AutoClose): SettingsProblem[] {
  const early: SettingsProblem[] =
    on && warning.trim() !== '' && warnMinutes >= afterMinutes
      ? [{ path: `${path}.warnMinutes`, code: 'too_early' }]
      : []
  return [...early, ...textProblems(`${path}.warning`, warning)]
}

/** M-2: a text with a variable that does not exist would never be sent. */
function textProblems(path: string, text: string): SettingsProblem[] {
  const unknown = missingValues(text, { organization: '-', email: '-' })
  return unknown.length === 0 ? [] : [{ path, code: 'unknown_variable' }]
}
