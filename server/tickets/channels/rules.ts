/** Where one channel differs from the others. */
export type ChannelRules = {
  /** What a message does that finds only a closed ticket: opens a new one, or that one again (T-1 to T-6). */
  afterClose: 'new' | 'reopen'
  /** May an agent open a closed ticket again (S-2)? `unless_live`: not while that account has a live ticket. */
  agentsMayReopen: 'always' | 'unless_live' | 'never'
  /** Is a message answered by the office hours (W-8)? */
  officeHoursReply: boolean
  /** The channel's name on screens. */
  label: string
}
