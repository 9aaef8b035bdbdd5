import type { ChannelRules } from './rules.ts'

/** T-2: one ticket per email thread, reopened however much time has passed. */
export const email: ChannelRules = {
  afterClose: 'reopen',
  agentsMayReopen: 'always',
  officeHoursReply: false,
  label: 'Email',
}
