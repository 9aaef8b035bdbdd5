import type { ChannelRules } from './rules.ts'

/** T-3: one ticket per person. */
export const sms: ChannelRules = {
  afterClose: 'reopen',
  agentsMayReopen: 'always',
  officeHoursReply: false,
  label: 'SMS',
}
