import type { ChannelRules } from './rules.ts'

/** T-4: one ticket per person. */
export const whatsapp: ChannelRules = {
  afterClose: 'reopen',
  agentsMayReopen: 'always',
  officeHoursReply: false,
  label: 'WhatsApp',
}
