import type { ChannelName } from './channel.ts'

/**
 * Whose new messages somebody wants to hear of (D-9), each with all of those before it: nobody's, those of their
 * tickets, of what nobody in their teams has yet, of what nobody has at all, and of every ticket.
 */
export const messageNews = ['none', 'mine', 'mine_and_team', 'mine_and_unassigned', 'all'] as const
export type MessageNews = (typeof messageNews)[number]

/** Whose a ticket is, for one member: their own, nobody's in a team of theirs, nobody's, or a colleague's. */
export type Whose = 'mine' | 'team' | 'nobody' | 'colleague'

/** What a member chooses for themselves, on every page of theirs. */
export type Preferences = {
  /** Show what is new as a notification of the browser (D-9). */
  browser: boolean
  /** Ring (D-9). */
  sound: boolean
  messages: MessageNews
  /** Channels whose customers they do not want to hear of; one that is new is heard. */
  quietChannels: ChannelName[]
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
  quietChannels: [],
  mentions: true,
  singleKeys: true,
}
