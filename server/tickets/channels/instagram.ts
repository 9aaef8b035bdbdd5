import { hour } from '../ticket.ts'
import type { ChannelRules } from './rules.ts'

/** T-5: one ticket per account, while not closed. */
export const instagram: ChannelRules = {
  label: 'Instagram',
  oneTicketPer: 'account',
  afterClose: 'new',
  agentsMayReopen: 'unless_live',
  createsCustomer: true,
  officeHoursReply: false,
  answeredBy: ['instagram'],
  consent: null,
  replyWindow: 24 * hour,
  quietHours: null,
  keywords: null,
  autoresponderEvery: null,
  automaticEvery: null,
  attributionWindow: null,
  text: { most: 1_000, counted: 'bytes', segments: null },
  files: {
    most: 1,
    withText: false,
    bytes: 25_000_000,
    kinds: [
      { types: ['image/jpeg', 'image/png', 'image/gif'], bytes: 8_000_000 },
      { types: ['video/', 'audio/', 'application/pdf'], bytes: 25_000_000 },
    ],
  },
}
