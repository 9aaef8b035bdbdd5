import { hour, minute } from '../ticket.ts'
import type { ChannelRules } from './rules.ts'

/** T-3: one ticket per person. */
export const sms: ChannelRules = {
  label: 'SMS',
  oneTicketPer: 'person',
  afterClose: 'reopen',
  agentsMayReopen: 'always',
  createsCustomer: true,
  officeHoursReply: false,
  answeredBy: ['sms'],
  consent: 'subscribed',
  replyWindow: null,
  quietHours: { after: '20:00', before: '08:00', unlessWroteWithin: 15 * minute },
  keywords: {
    stop: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
    join: ['JOIN', 'START', 'UNSTOP'],
    joinUnlessSubscribed: ['YES'],
    help: ['HELP', 'INFO', 'HILFE', 'AJUDA'],
  },
  autoresponderEvery: 24 * hour,
  automaticEvery: null,
  attributionWindow: 24 * hour,
  text: {
    most: 1_600,
    counted: 'units',
    segments: { gsm7: { alone: 160, joined: 153 }, ucs2: { alone: 70, joined: 67 } },
  },
  files: {
    most: 10,
    withText: true,
    bytes: 5_000_000,
    kinds: [
      { types: ['image/jpeg', 'image/png', 'image/gif'], bytes: 5_000_000 },
      // Carriers shrink pictures, nothing else.
      { types: ['image/', 'video/', 'audio/', 'application/pdf', 'text/vcard', 'text/calendar'], bytes: 600_000 },
    ],
  },
}
