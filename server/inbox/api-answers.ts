import { silentTickets } from '../protocol/auto-close.ts'
import { z } from 'zod'
import { accent } from '../protocol/accent.ts'
import { invitation, me, member } from '../protocol/api.ts'
import { article } from '../protocol/articles.ts'
import { channelNeed, connectionTest } from '../protocol/channel-needs.ts'
import { secretNames } from '../protocol/channel-secrets.ts'
import { errorCodes } from '../protocol/errors.ts'
import { foresight } from '../protocol/foresight.ts'
import { openedMail } from '../protocol/mail.ts'
import { roles } from '../protocol/role.ts'
import { storedRouting } from '../protocol/routing.ts'
import { settingsPreview, settingsProblem, storedSettings } from '../protocol/settings.ts'
import { installation, shopChecked } from '../protocol/shop-check.ts'
import { teamsAndTags } from '../protocol/teams-api.ts'
import { hookDelivery, hookResult, webhook } from '../protocol/webhooks.ts'

const ok = z.object({ ok: z.literal(true) })
const savedSettings = ok.extend(storedSettings.shape)

/** A refusal of any route. */
export const refused = z.object({
  ok: z.literal(false),
  code: z.enum(errorCodes),
  retry: z.boolean().default(false),
  problems: z.array(settingsProblem).optional(),
})

/** What each route of the HTTP API answers to the page; loaded with the first answer that has to be read. */
export const answers = {
  done: ok,
  me: ok.extend({ me }),
  joinLook: ok.extend({
    kind: z.enum(['owner', 'invitation']),
    email: z.string().nullable(),
    role: z.enum(roles),
  }),
  savedSettings,
  loadedSettings: savedSettings.extend({ zones: z.array(z.string()) }),
  previewed: ok.extend(settingsPreview.shape).extend({ accent, missing: z.array(channelNeed), silent: silentTickets }),
  secrets: ok.extend({
    known: z.array(z.enum(secretNames)),
    hooks: z.object({ twilio: z.string(), meta: z.string() }),
  }),
  tested: ok.extend(connectionTest.shape),
  foreseen: ok.extend(foresight.shape),
  installation: ok.extend(installation.shape),
  shopChecked: ok.extend(shopChecked.shape),
  // Read by shops' tools too, it is no answer of the desk's own API.
  pinned: z
    .object({ src: z.string(), integrity: z.string() })
    .transform((pinned) => ({ ok: true as const, ...pinned })),
  team: ok.extend({ members: z.array(member), invitations: z.array(invitation) }),
  mail: ok.extend(openedMail.shape),
  replied: ok.extend({ n: z.int(), at: z.int() }),
  routing: ok.extend(storedRouting.shape),
  teamsAndTags: ok.extend(teamsAndTags.shape),
  articles: ok.extend({ articles: z.array(article) }),
  articleSaved: ok.extend({ version: z.int() }),
  webhooks: ok.extend({ webhooks: z.array(webhook) }),
  webhookSecret: ok.extend({ id: z.uuid(), secret: z.string() }),
  webhookTested: ok.extend(hookResult.shape),
  webhookDeliveries: ok.extend({ deliveries: z.array(hookDelivery) }),
  invited: ok.extend({ link: z.string(), invitation }),
}
