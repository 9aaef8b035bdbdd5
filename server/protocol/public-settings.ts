/** What every visitor of the shop may know; part of /hub.js. */
export type PublicSettings = {
  on: boolean
  launcher: boolean
  chat: boolean
  shopName: string
  welcome: string
  privacyUrl: string
  termsUrl: string
  accent: { light: AccentTokens; dark: AccentTokens }
}

/** The merchant's colour after correction to WCAG AA: values of CSS custom properties of the same names. */
export type AccentTokens = {
  accent: string
  accentHover: string
  onAccent: string
  accentText: string
  accentSoft: string
}

/** Answer of GET /api/hub/session, asked once by a page that has a token. */
export type HubSession = { chat: boolean; running: boolean; unread: number }
