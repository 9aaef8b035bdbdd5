import type { PublicSettings } from '../../server/protocol/public-settings.ts'

/** Names a page may listen to by `CustomerHub('on', name, hear)`. */
export type HubEvent = 'ready' | 'open' | 'close' | 'message' | 'unread' | 'error'

/**
 * All that the loader hands to the hub. Types only: the two share no module, because the loader is a classic script.
 */
export type HubContext = {
  shadow: ShadowRoot
  settings: PublicSettings
  /** Where the desk is: its origin, or a folder of it. Ends with a slash. */
  base: string
  locale: string
  /** The identity token that the loader has used; it serves the first connect too. null for a visitor. */
  identity: string | null
  /** Asks the page for a fresh one; null once nobody is signed in any more. */
  renew: () => Promise<string | null>
  /** May this shopper use chat, as far as the server has said? */
  chat: boolean
  /** Passes something on to the page. */
  emit: (name: HubEvent, detail?: unknown) => void
  /** The drawer was opened or closed: the launcher hides or comes back. */
  shown: (open: boolean) => void
  /** The number on the launcher. */
  unread: (n: number) => void
  /** An answer that came while the drawer was closed, above the launcher. */
  hello: (who: string, text: string) => void
}

export type MountedHub = {
  /** `chat` opens on the Chat tab, if there is one. */
  open: (tab?: 'chat') => void
  close: () => void
  /** Takes everything back: connection, listeners, title, markup. */
  end: () => void
}
