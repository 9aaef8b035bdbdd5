/** What a shop's page may say to the hub. Types only: the page's own script, the loader and its parts share them. */

/** The shop's proof of who is there, or how to get one; null for a visitor. Asked again whenever one runs out. */
export type Token = string | null | (() => string | null | Promise<string | null>)

/**
 * All of them can be written as `data-` attributes of the script tag too, such as `data-offset-x="32"`. Without any, the
 * hub looks as the settings of the desk say.
 */
export type Options = {
  token?: Token
  /** The hub's language; else the page's own `lang`. */
  locale?: string
  position?: 'left' | 'right'
  /** Pixels from that side, and from the bottom. */
  offsetX?: number | string
  offsetY?: number | string
  /** `#rrggbb`; made readable where it is not. */
  colour?: string
  zIndex?: number | string
  /** `off`, or a selector for buttons of the shop's own that open the drawer. */
  launcher?: string
}

/** What is told with each event. */
export type HubEvents = {
  /** It is known who is there. Said again for whoever comes next. */
  ready: undefined
  open: undefined
  close: undefined
  /** An answer came. */
  message: { name: string | null; text: string }
  unread: number
  /** Something did not work; the hub goes on as well as it can. */
  error: unknown
}
export type HubEvent = keyof HubEvents
export type Hear<Name extends HubEvent = HubEvent> = (detail: HubEvents[Name]) => void

type Listening = { [Name in HubEvent]: [name: Name, hear: Hear<Name>] }[HubEvent]

export type Call =
  | [command: 'boot', options?: Options]
  /** Somebody signed in, or became somebody else, without a new page. */
  | [command: 'identify', token: Token]
  | [command: 'update', options: Options]
  | [command: 'open' | 'close' | 'toggle' | 'show' | 'hide' | 'destroy']
  | [command: 'logout']
  | [command: 'on' | 'off', ...Listening]

/** `window.CustomerHub`. Before the script has come it only keeps what is said, in `q`. */
export type CustomerHub = {
  <Name extends HubEvent>(command: 'on' | 'off', name: Name, hear: Hear<Name>): void
  (...call: Call): void
  q?: Call[]
  loaded?: true
}

declare global {
  interface Window {
    CustomerHub?: CustomerHub
  }
}
