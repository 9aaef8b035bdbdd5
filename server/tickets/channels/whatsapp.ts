import { hour } from '../ticket.ts'
import type { ChannelRules } from './rules.ts'
import { sms } from './sms.ts'

/** T-4: one ticket per person. */
export const whatsapp: ChannelRules = {
  label: 'WhatsApp',
  oneTicketPer: 'person',
  afterClose: 'reopen',
  agentsMayReopen: 'always',
  createsCustomer: true,
  officeHoursReply: false,
  answeredBy: ['whatsapp'],
  consent: 'not_stopped',
  replyWindow: 24 * hour,
  quietHours: sms.quietHours,
  keywords: { stop: ['STOP'], join: ['JOIN', 'START'], joinUnlessSubscribed: [], help: ['HELP'] },
  autoresponderEvery: null,
  automaticEvery: null,
  attributionWindow: sms.attributionWindow,
  text: { most: 4_096, counted: 'units', segments: null },
  files: {
    most: 1,
    withText: false,
    bytes: 100_000_000,
    kinds: [
      { types: ['image/jpeg', 'image/png'], bytes: 5_000_000 },
      { types: ['video/', 'audio/'], bytes: 16_000_000 },
      { types: [''], bytes: 100_000_000 },
    ],
  },
}
