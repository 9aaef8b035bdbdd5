import type { PublicSettings } from '../../server/protocol/public-settings.ts'

const accent = {
  accent: '#123456',
  accentHover: '#123457',
  onAccent: '#fff',
  accentText: '#123458',
  accentSoft: '#eef',
}

/** A shop that has switched everything on. */
export const shopSettings: PublicSettings = {
  on: true,
  launcher: true,
  chat: true,
  shopName: 'Tidewick',
  welcome: 'Hello! How can we help?',
  privacyUrl: 'https://shop.example/privacy',
  termsUrl: 'https://shop.example/terms',
  accent: { light: accent, dark: accent },
}
