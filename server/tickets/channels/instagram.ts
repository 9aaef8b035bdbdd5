import type { ChannelRules } from './rules.ts'

/** T-5: one ticket per account, while not closed. */
export const instagram: ChannelRules = {
  afterClose: 'new',
  agentsMayReopen: 'unless_live',
  officeHoursReply: false,
  label: 'Instagram',
}
