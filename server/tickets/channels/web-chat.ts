import type { ChannelRules } from './rules.ts'

/** T-1: one ticket per conversation; a closed one is never reopened, by nobody. */
export const webChat: ChannelRules = {
  afterClose: 'new',
  agentsMayReopen: 'never',
  officeHoursReply: true,
  label: 'Web chat',
}
