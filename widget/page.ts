import type { HubSession, PublicSettings } from '../server/protocol/public-settings.ts'
import type { Call, HubEvent, Options } from './commands.ts'
import type { Corner } from './corner.ts'

/** Types only: the loader is a classic script and shares no module with the part that it loads. */

/** Who is there, as far as the desk agrees: no token while that is not known, and for a visitor. */
export type Who = { token?: string | null | undefined } & Partial<HubSession>

/** Attributes of the script tag. */
export type Attributes = Record<string, string | undefined>

/** What may be asked of the hub: what the page says, and what the loader leaves to control.ts. */
export type Asked =
  | Call
  | ['open', 'chat']
  /** Somebody comes near: what they will want may be fetched. */
  | ['near']
  | ['dismiss']
  /** The page wants its own looks. */
  | ['fit', Attributes]
  /** The hub shall be there, closed: a conversation runs, or words wait to be sent. */
  | ['summon']
  /** Another tab did something. */
  | ['elsewhere', StorageEvent]
  /** Asking who is there went wrong: the page's callback (then there is no token), or the desk. */
  | ['wrong', error: unknown, asking: Asking, who: Who]
  /** What was begun for the person before ends. */
  | ['leave']

export type Asking = Promise<string | null | undefined>

/** The page's `on` calls. */
export type Ear = { 1: HubEvent; 2(detail: unknown): void }

/** What the loader knows of the shop's page, and lends to control.ts. */
export type Page = {
  settings: PublicSettings
  base: string
  options: Options
  on: Ear[]
  /** None until booted, and once destroyed. */
  corner?: Corner | undefined
  /** Another object for everybody who comes: an answer for an earlier one is dropped. */
  who: Who
  /** Settled once it is known who is there: nobody is shown a visitor's drawer because the shop's server was slow. */
  asked?: Promise<void>
  emit: (event: HubEvent, detail?: unknown) => void
  /** Asks the page. */
  token: () => Asking
  boot: (options?: Options) => void
  /** Begins anew with whoever that token is of. */
  meet: (asking?: Asking) => void
  destroy: () => void
}

/** The part that does what somebody wants. */
export type Load = () => Promise<{ take: (page: Page) => (call: Asked) => unknown }>
