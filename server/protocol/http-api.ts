import { silentTickets } from './auto-close.ts'
import { z } from 'zod'
import * as api from './api.ts'
import { articlesApi } from './articles.ts'
import { remoteChannels } from './channel.ts'
import { channelNeed, connectionTest } from './channel-needs.ts'
import { secretChanges, secretNames } from './channel-secrets.ts'
import { exportedDelivery } from './delivery.ts'
import { foresight, foresightAsk } from './foresight.ts'
import { limits } from './limits.ts'
import { openedMail } from './mail.ts'
import { consentReport, marketingReport } from './marketing.ts'
import { orderReports, ordersPage } from './orders.ts'
import { roles } from './role.ts'
import { routingApi, segmentsReport } from './routing.ts'
import { settings, settingsPreview, storedSettings } from './settings.ts'
import { installation, shopCheckAsk, shopChecked } from './shop-check.ts'
import { teamsApi } from './teams-api.ts'
import { threadEvent } from './thread.ts'
import { ticketRow } from './ticket.ts'
import { webhooksApi } from './webhooks.ts'

/** One route of the desk's HTTP API. `who` may call it; `body` is what it takes, `answer` what comes beside `ok: true`. */
export type HttpRoute = {
  about: string
  who: 'anybody' | 'shopper' | 'member' | 'manager' | 'admin' | 'system'
  body?: z.ZodType
  answer: z.ZodType
  /** Answers with bytes instead of JSON. */
  file?: true
}

const nothing = z.object({})
const signedIn = z.object({ me: api.me })

/** Every route below /api, as `METHOD /path`. The generated /openapi.json is made from it, and a test holds it to the routes. */
export const httpApi = {
  'GET /api/hub/session': {
    about: 'Does a conversation of this shopper run? Asked once by a page of the shop, with the token as Bearer.',
    who: 'shopper',
    answer: z.object({ chat: z.boolean(), running: z.boolean(), unread: z.int() }),
  },
  'GET /api/hub/orders': {
    about:
      'The shopper’s own orders (P-1), newest first, a page at a time: `?after=` what `next` said. With the token as Bearer.',
    who: 'shopper',
    answer: ordersPage,
  },
  'POST /api/hub/messages': {
    about:
      'A shopper’s chat message with files (W-13), with the token as Bearer: a form of many parts with id, text and one file or more. The same id again gets the first answer again.',
    who: 'shopper',
    answer: z.object({ ticket: z.uuid(), hold: z.string(), n: z.int().min(0), at: z.int() }),
  },
  'GET /api/hub/settings': {
    about: 'What every visitor of the shop may know. Asked by the pinned hub script, which carries no settings.',
    who: 'anybody',
    answer: z.object({
      on: z.boolean(),
      launcher: z.boolean(),
      chat: z.boolean(),
      shopName: z.string(),
      welcome: z.string(),
      privacyUrl: z.string(),
      termsUrl: z.string(),
      signInUrl: z.string(),
      language: z.string().nullable(),
      texts: z.array(z.string()),
      accent: z.object({ light: z.string(), dark: z.string() }),
    }),
  },
  'POST /api/sign-in': { about: 'Signs a member in.', who: 'anybody', body: api.signIn, answer: signedIn },
  'POST /api/sign-out': { about: 'Ends the session.', who: 'anybody', body: nothing, answer: nothing },
  'GET /api/me': {
    about: 'Whose session this is; `me` is null when it is nobody’s.',
    who: 'anybody',
    answer: z.object({ me: api.me.nullable() }),
  },
  'POST /api/join/look': {
    about: 'What a one-time link is good for.',
    who: 'anybody',
    body: z.object({ token: z.string().max(200) }),
    answer: z.object({ kind: z.enum(['owner', 'invitation']), email: z.string().nullable(), role: z.enum(roles) }),
  },
  'POST /api/join': { about: 'Uses a one-time link.', who: 'anybody', body: api.join, answer: signedIn },
  'GET /api/members': {
    about: 'The team, and the invitations still open.',
    who: 'admin',
    answer: z.object({ members: z.array(api.member), invitations: z.array(api.invitation) }),
  },
  'POST /api/invitations': {
    about: 'Invites somebody; the link is shown this once.',
    who: 'admin',
    body: api.invite,
    answer: z.object({ link: z.string(), invitation: api.invitation }),
  },
  'DELETE /api/invitations/:id': { about: 'Withdraws an invitation.', who: 'admin', answer: nothing },
  'PATCH /api/members/:id': {
    about: 'Gives a member another role, or removes them.',
    who: 'admin',
    body: api.changeMember,
    answer: nothing,
  },
  ...teamsApi,
  ...articlesApi,
  ...routingApi,
  ...webhooksApi,
  'POST /api/shop/messages': {
    about:
      'The shop’s marketing tool reports a campaign or flow message it sent. The same id again changes `failed` only.',
    who: 'system',
    body: marketingReport,
    answer: nothing,
  },
  'POST /api/shop/consents': {
    about: 'The shop reports what a customer agreed to. It never lowers a consent and never lifts a STOP.',
    who: 'system',
    body: consentReport,
    answer: nothing,
  },
  'POST /api/shop/segments': {
    about: 'The shop reports the segments a customer is in (D-4). What it says now is all of them.',
    who: 'system',
    body: segmentsReport,
    answer: nothing,
  },
  'POST /api/shop/orders': {
    about:
      'The shop reports orders (W-14), new and changed ones. The same id again is the same order, and a report of an earlier `updatedAt` changes nothing. `taken`: how many were news.',
    who: 'system',
    body: orderReports,
    answer: z.object({ taken: z.int() }),
  },
  'GET /api/mails/:id': {
    about: 'All of a mail, by the id of its message. Its page, where it has one, is at GET /mail/:id (P-2).',
    who: 'member',
    answer: openedMail,
  },
  'GET /api/attachments/:id': {
    about: 'A file of a message, as its bytes say what it is. Pictures, films and sounds are shown, the rest is saved.',
    who: 'member',
    answer: z.string(),
    file: true,
  },
  'POST /api/tickets/:ticket/replies': {
    about:
      'An answer with files (R-8): a form of many parts with id, text, channel, knew (R-14), written (its draft’s moment), actions (R-9, as JSON) and one file or more. What cannot be sent by that channel is refused as a whole.',
    who: 'member',
    answer: z.object({ n: z.int().min(1), at: z.int() }),
  },
  'GET /api/settings': {
    about: 'The settings with their version.',
    who: 'admin',
    answer: storedSettings.extend({ zones: z.array(z.string()) }),
  },
  'PUT /api/settings': {
    about: 'Saves over the version it was read at; an earlier save wins (conflict).',
    who: 'admin',
    body: storedSettings,
    answer: storedSettings,
  },
  'GET /api/settings/install': {
    about: 'What goes into a shop’s pages and into its server: addresses and the shop’s id.',
    who: 'admin',
    answer: installation,
  },
  'POST /api/settings/install/check': {
    about: 'Opens a page of the shop, at its own origins only, and says what is right and wrong with the hub there.',
    who: 'admin',
    body: shopCheckAsk,
    answer: shopChecked,
  },
  'POST /api/settings/foresee': {
    about: 'What a message would do if it came now: which ticket it would join, who is answered, and why.',
    who: 'admin',
    body: foresightAsk,
    answer: foresight,
  },
  'GET /api/settings/secrets': {
    about: 'Which credentials of the channels are there. What they are is never shown again.',
    who: 'admin',
    answer: z.object({
      known: z.array(z.enum(secretNames)),
      /** Where the providers have to report to. */
      hooks: z.object({ twilio: z.string(), meta: z.string() }),
    }),
  },
  'PUT /api/settings/secrets': {
    about: 'Keeps new credentials, or forgets those that are null.',
    who: 'admin',
    body: secretChanges,
    answer: nothing,
  },
  'POST /api/settings/test': {
    about: 'Asks a channel’s provider something harmless with what is saved, and tells what came of it.',
    who: 'admin',
    body: z.object({ channel: z.enum(remoteChannels) }),
    answer: connectionTest,
  },
  'POST /api/settings/preview': {
    about:
      'What a customer who writes at those moments would get with these settings, and what the channels still lack.',
    who: 'admin',
    body: z.object({ settings, moments: z.array(z.int().min(0).max(limits.moment)).max(12) }),
    answer: settingsPreview.extend({ missing: z.array(channelNeed), silent: silentTickets }),
  },
  'GET /api/tickets/:number/export': {
    about: 'A ticket with its whole log, numbers and all, for records.',
    who: 'admin',
    answer: z.object({ ticket: ticketRow, events: z.array(threadEvent), deliveries: z.array(exportedDelivery) }),
  },
} as const satisfies Record<string, HttpRoute>
