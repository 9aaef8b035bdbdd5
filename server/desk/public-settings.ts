import { hubDeclarations } from '../protocol/accent-style.ts'
import { type HubLanguage, hubLanguages } from '../protocol/hub-languages.ts'
import type { PublicSettings } from '../protocol/public-settings.ts'
import { accentTokens } from '../protocol/accent-tokens.ts'
import { mayChat } from '../tickets/chat.ts'
import { currentSettings } from './current-settings.ts'
import type { Desk } from './desk.ts'

/** What every visitor of the shop may know, with the version of the settings it was made from. */
export async function readPublicSettings(
  desk: Pick<Desk, 'settings' | 'db'>,
): Promise<{ version: number; shown: PublicSettings }> {
  const { version, settings } = await currentSettings(desk.settings, desk.db)
  const { general, hub, webChat } = settings
  const { light, dark } = accentTokens(general.brandColour)
  return {
    version,
    shown: {
      on: hub.on,
      launcher: hub.launcher,
      chat: mayChat(settings),
      shopName: general.shopName,
      welcome: webChat.welcome,
      privacyUrl: general.privacyUrl,
      termsUrl: general.termsUrl,
      signInUrl: hub.signInUrl,
      language: hub.language === 'page' ? null : hub.language,
      texts: hubLanguages.filter((language) => Object.keys(hub.texts[language] ?? {}).length > 0),
      accent: { light: hubDeclarations(light), dark: hubDeclarations(dark) },
    },
  }
}

/** The merchant's own wording in a language: what differs from widget/words. */
export async function readHubTexts(desk: Desk, language: HubLanguage): Promise<Record<string, string>> {
  const { settings } = await currentSettings(desk.settings, desk.db)
  return settings.hub.texts[language] ?? {}
}

/** Is this one of the shop's own origins? Only their pages may use the hub. */
export async function isStorefront(desk: Desk, origin: string): Promise<boolean> {
  const { settings } = await currentSettings(desk.settings, desk.db)
  return settings.general.storefronts.includes(origin)
}
