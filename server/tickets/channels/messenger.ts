import { hour } from '../ticket.ts'
import type { ChannelRules } from './rules.ts'

/** T-6: one ticket per page-scoped id, while not closed; its visitor is no customer. */
export const messenger: ChannelRules = {
  label: 'Messenger',
  oneTicketPer: 'account',
  afterClose: 'new',
  agentsMayReopen: 'unless_live',
  createsCustomer: false,
  officeHoursReply: false,
  answeredBy: ['messenger'],
  consent: null,
  replyWindow: 24 * hour,
  quietHours: null,
  keywords: null,
  autoresponderEvery: null,
  automaticEvery: null,
  attributionWindow: null,
  // Fewer than 2,000 is what the provider asks for.
  text: { most: 1_999, counted: 'units', segments: null },
  files: { most: 1, withText: false, bytes: 25_000_000, kinds: [{ types: [''], bytes: 25_000_000 }] },
}
