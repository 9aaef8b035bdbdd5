/** Every sentence of the hub. `{…}` marks are filled in. */
export type Words = {
  home: string
  orders: string
  chat: string
  close: string
  chatOff: string
  privacy: string
  terms: string
  /** W-4; `{links}` become the links to what the shop has. */
  accept: string
  here: string
  /** Closed now. `{day}` is "today", "tomorrow" or a date. */
  back: string
  away: string
  connecting: string
  offline: string
  /** The strip above the thread while there is no connection. */
  later: string
  tryNow: string
  outdated: string
  reload: string
  menu: string
  ended: string
  youEnded: string
  newChat: string
  newMessages: string
  /** An agent's name with the shop's. */
  from: string
  messages: string
  earlier: string
  automatic: string
  byMail: string
  sending: string
  waiting: string
  sent: string
  seen: string
  failed: string
  retry: string
  discard: string
  write: string
  send: string
  emoji: string
  attach: string
  tooLong: string
  /** of a coupon's code. */
  copy: string
}
