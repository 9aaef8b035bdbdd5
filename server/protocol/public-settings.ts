/** What every visitor of the shop may know; part of /hub.js. */
export type PublicSettings = {
  on: boolean
  launcher: boolean
  chat: boolean
  shopName: string
  welcome: string
  privacyUrl: string
  termsUrl: string
  /** The merchant's colour as CSS declarations, for the theme. */
  accent: { light: string; dark: string }
}

/** Answer of GET /api/hub/session, asked once by a page that has a token. */
export type HubSession = { chat: boolean; running: boolean; unread: number }
