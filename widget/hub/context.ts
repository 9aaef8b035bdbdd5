import type { PublicSettings } from '../../server/protocol/public-settings.ts'
import type { HubEvent } from '../commands.ts'
import type { Corner } from '../corner.ts'

/**
 * All that the loader hands to the hub. Types only: the two share no module, because the loader is a classic script.
 */
export type HubContext = {
  /** `unread` puts the number of waiting answers on the launcher (W-13). */
  corner: Corner & { unread: (n: number) => void }
  settings: PublicSettings
  /** Where the desk is: its origin, or a folder of it. Ends with a slash. */
  base: string
  locale: string
  /** The identity token that the loader has used; it serves the first connect too. null for a visitor. */
  identity: string | null
  /** Asks the page for a fresh one; null once nobody is signed in any more. */
  renew: () => Promise<string | null>
  /** The page has told that somebody else, or nobody, is there now. */
  become: (asking: Promise<string | null>) => void
  /** May this shopper use chat, as far as the server has said? */
  chat: boolean
  /** Passes something on to the page. */
  emit: (name: HubEvent, detail?: unknown) => void
  /** The drawer was opened or closed: the launcher hides or comes back. */
  shown: (open: boolean) => void
  /** Opens the drawer. */
  open: (tab?: 'chat') => void
  /** For a part that cannot be loaded: answers whether a newer hub has taken this one's place, and opened. */
  again: () => Promise<boolean>
}

export type MountedHub = {
  /** `chat` opens on the Chat tab, if there is one. */
  open: (tab?: 'chat') => void
  close: () => void
  /** Is it the same person's token? */
  is: (token: string | null) => boolean
  /** Takes everything back: connection, listeners, title, markup. */
  end: () => void
}
