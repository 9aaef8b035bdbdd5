import accounts from '../demo-accounts.json' with { type: 'json' }
import channels from '../demo-channels.json' with { type: 'json' }
import { type SecretChanges, secretNames } from '../protocol/channel-secrets.ts'
import { roles } from '../protocol/role.ts'
import type { Settings } from '../protocol/settings.ts'
import { createMember, findMemberByEmail } from '../store/members.ts'
import { saveChannelSecrets } from './channel-secrets.ts'
import { currentSettings, firstSettings } from './current-settings.ts'
import { type Desk, work } from './desk.ts'
import { seedArticles } from './seed-articles.ts'
import { seedMacros } from './seed-macros.ts'
import { saveSettings } from './save-settings.ts'

/**
 * Fills a new demo installation: a team whose passwords stand in the README, a shop that is open for chat, and the
 * channels of the sandbox, where there is one.
 */
export async function seedDemo(desk: Desk, storeOrigin: string, sandboxSecret: string | null): Promise<void> {
  for (const account of accounts) {
    if ((await findMemberByEmail(desk.db, account.email)) !== undefined) continue
    const role = roles.find((one) => one === account.role) ?? 'support'
    const passwordHash = await desk.secrets.hashPassword(account.password)
    const { name, email } = account
    const id = desk.secrets.newId()
    await work(desk, (w) => createMember(w.tx, { id, name, email, role, passwordHash, at: w.now }))
  }
  const { version, settings } = await currentSettings(desk.settings, desk.db)
  const actor = await findMemberByEmail(desk.db, accounts[0]?.email ?? '')
  if (actor === undefined) return
  if (sandboxSecret !== null) await saveChannelSecrets(desk, actor, allSecrets(sandboxSecret))
  // The same shop under the other name of this machine.
  const origins = [storeOrigin, storeOrigin.replace('//127.0.0.1', '//localhost')]
  const missing = origins.filter((origin) => !settings.general.storefronts.includes(origin))
  if (version === 1) {
    await seedMacros(desk, actor)
    await seedArticles(desk, actor)
  }
  if (version === 1)
    await saveSettings(desk, actor, { version, settings: demoSettings(storeOrigin, origins, sandboxSecret !== null) })
  else if (missing.length > 0) {
    // The demo store may stand on another port this time.
    const storefronts = [...settings.general.storefronts, ...missing]
    await saveSettings(desk, actor, {
      version,
      settings: { ...settings, general: { ...settings.general, storefronts } },
    })
  }
}

function demoSettings(storeOrigin: string, origins: string[], isSandbox: boolean): Settings {
  const shop = firstSettings('Tidewick', 'Europe/Amsterdam', origins)
  const first = isSandbox ? withSandbox(shop) : shop
  const week = [
    { start: 9 * 60, end: 12 * 60 + 30 },
    { start: 13 * 60 + 30, end: 18 * 60 },
  ]
  return {
    ...first,
    general: { ...first.general, privacyUrl: `${storeOrigin}/privacy`, termsUrl: `${storeOrigin}/terms` },
    hub: { ...first.hub, on: true, signInUrl: `${storeOrigin}/sign-in` },
    webChat: {
      ...first.webChat,
      visibility: 'signed_in',
      welcome: 'Questions about sizes, glazes or delivery? Write to us, we are here.',
      officeHours: { days: [week, week, week, week, week, [{ start: 10 * 60, end: 16 * 60 }], []], holidays: [] },
      during: 'Thank you for writing. One of us answers within a few minutes.',
      outside: 'Thank you for writing. We are at home now and answer when the workshop opens again.',
    },
  }
}

/** Every channel on, at the addresses that the sandbox plays the carriers of. */
function withSandbox(settings: Settings): Settings {
  const { sms, whatsapp, instagram, messenger, email, name } = channels
  return {
    ...settings,
    email: {
      ...settings.email,
      on: true,
      mailboxes: [{ address: email.supportAddress, forwardsTo: email.mailbox }],
    },
    sms: {
      ...settings.sms,
      on: true,
      accountSid: sms.accountSid,
      numbers: [{ number: sms.number, name }],
      // The sandbox's carrier is a plain one: the desk answers STOP and its kin.
      providerAnswers: false,
    },
    whatsapp: {
      ...settings.whatsapp,
      on: true,
      numbers: [{ phoneNumberId: whatsapp.phoneNumberId, number: whatsapp.number, name }],
    },
    instagram: {
      ...settings.instagram,
      on: true,
      accounts: [{ accountId: instagram.accountId, pageId: instagram.pageId, name }],
    },
    messenger: { ...settings.messenger, on: true, pages: [{ pageId: messenger.pageId, name }] },
  }
}

function allSecrets(secret: string): SecretChanges {
  return Object.fromEntries(secretNames.map((name) => [name, secret]))
}
