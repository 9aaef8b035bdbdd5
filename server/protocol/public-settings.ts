import type { HubLanguage } from './hub-languages.ts'

/** What every visitor of the shop may know; part of /hub.js. */
export type PublicSettings = {
  on: boolean
  launcher: boolean
  chat: boolean
  shopName: string
  welcome: string
  privacyUrl: string
  termsUrl: string
  /** W-14: empty when the shop has named none. */
  signInUrl: string
  /** W-13: chosen for all pages; null: each page's own. */
  language: HubLanguage | null
  /** Languages in which the merchant has worded something anew: GET /api/hub/texts/… */
  texts: HubLanguage[]
  /** The merchant's colour as CSS declarations, for the theme. */
  accent: { light: string; dark: string }
}

/** Answer of GET /api/hub/session, asked once by a page that has a token. */
export type HubSession = { chat: boolean; running: boolean; unread: number }
