import type { PublicSettings } from '../../server/protocol/public-settings.ts'

const colours =
  '--ch-accent:#123456;--ch-accent-hover:#123457;--ch-on-accent:#fff;--ch-accent-text:#123458;--ch-accent-soft:#eef'

/** A shop that has switched everything on. */
export const shopSettings: PublicSettings = {
  on: true,
  launcher: true,
  chat: true,
  shopName: 'Tidewick',
  welcome: 'Hello! How can we help?',
  privacyUrl: 'https://shop.example/privacy',
  termsUrl: 'https://shop.example/terms',
  signInUrl: 'https://shop.example/sign-in',
  language: null,
  texts: [],
  accent: { light: colours, dark: colours },
}
