import { limits } from '../../protocol/limits.ts'
import type { ChannelRules } from './rules.ts'

/** T-1: one ticket per conversation; a closed one is never reopened, by nobody. */
export const webChat: ChannelRules = {
  label: 'Web chat',
  oneTicketPer: 'conversation',
  afterClose: 'new',
  agentsMayReopen: 'never',
  createsCustomer: true,
  officeHoursReply: true,
  answeredBy: ['web_chat', 'email'],
  consent: null,
  replyWindow: null,
  quietHours: null,
  keywords: null,
  autoresponderEvery: null,
  automaticEvery: null,
  attributionWindow: null,
  text: { most: limits.textPoints, counted: 'points', segments: null },
  files: { most: 10, withText: true, bytes: 50_000_000, kinds: [{ types: [''], bytes: 20_000_000 }] },
}
