import { limits } from '../../protocol/limits.ts'
import { hour } from '../ticket.ts'
import type { ChannelRules } from './rules.ts'

/** T-2: one ticket per email thread, reopened however much time has passed. */
export const email: ChannelRules = {
  label: 'Email',
  oneTicketPer: 'thread',
  afterClose: 'reopen',
  agentsMayReopen: 'always',
  createsCustomer: true,
  officeHoursReply: false,
  answeredBy: ['email'],
  consent: null,
  replyWindow: null,
  quietHours: null,
  keywords: null,
  autoresponderEvery: null,
  automaticEvery: 24 * hour,
  attributionWindow: 24 * hour,
  text: { most: limits.textPoints, counted: 'points', segments: null },
  // Many relays take 25 MB, and a file grows by a third on its way.
  files: { most: 25, withText: true, bytes: 18_000_000, kinds: [{ types: [''], bytes: 18_000_000 }] },
}
