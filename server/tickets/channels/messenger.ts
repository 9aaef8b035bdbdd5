import type { ChannelRules } from './rules.ts'

/** T-6: one ticket per page-scoped id, while not closed. */
export const messenger: ChannelRules = {
  afterClose: 'new',
  agentsMayReopen: 'unless_live',
  officeHoursReply: false,
  label: 'Messenger',
}
