/** Whose new messages somebody wants to hear of (D-9): nobody's, those of their tickets, or also what has nobody yet. */
export const messageNews = ['none', 'mine', 'mine_and_unassigned'] as const
export type MessageNews = (typeof messageNews)[number]

/** What a member chooses for themselves, on every page of theirs. */
export type Preferences = {
  /** Show what is new as a notification of the browser (D-9). */
  browser: boolean
  /** Ring (D-9). */
  sound: boolean
  messages: MessageNews
  /** Hear of notes that mention me. */
  mentions: boolean
  /** Single keys do something (LOOK: they can be switched off). */
  singleKeys: boolean
}

/** What holds until somebody chooses: nothing that makes a noise or has to be allowed first. */
export const usualPreferences: Preferences = {
  browser: false,
  sound: false,
  messages: 'mine_and_unassigned',
  mentions: true,
  singleKeys: true,
}
