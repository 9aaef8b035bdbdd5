import { z } from 'zod'
import { channelNames } from './channel.ts'
import { hookEvents, hookOffs, hookTroubles } from './hook-events.ts'

const person = z.object({ id: z.uuid(), name: z.string() })
const common = {
  /** The same at every try, and to every webhook: whoever has seen it has had it. */
  id: z.uuid(),
  at: z.iso.datetime(),
}
const about = {
  ...common,
  /** As it stood right after the event. `n`: the event's number in its log. `subject`: only “with the text”. */
  ticket: z.object({
    id: z.uuid(),
    number: z.int(),
    n: z.int(),
    channel: z.enum(channelNames),
    status: z.enum(['open', 'snoozed', 'closed']),
    assignee: person.nullable(),
    team: person.nullable(),
    subject: z.string().nullable().optional(),
    url: z.string(),
  }),
  customer: person,
}
const by = z.enum(['customer', 'agent', 'timer'])

/** The JSON that a webhook gets. */
export const hookBody = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('message.received'),
    ...about,
    /** `text`: only “with the text”. `files`: how many came with it. */
    message: z.object({
      id: z.uuid(),
      channel: z.enum(channelNames),
      text: z.string().optional(),
      files: z.int(),
    }),
  }),
  z.object({ event: z.literal('ticket.opened'), ...about }),
  z.object({ event: z.literal('ticket.reopened'), ...about, by }),
  /** `agent`: by whose hand; null: by a rule, or in turn. */
  z.object({ event: z.literal('ticket.assigned'), ...about, agent: person.nullable() }),
  z.object({ event: z.literal('ticket.closed'), ...about, by, agent: person.nullable() }),
  z.object({ event: z.literal('test'), ...common }),
])
export type HookBody = z.infer<typeof hookBody>

const events = z.array(z.enum(hookEvents)).min(1).max(hookEvents.length)
const channels = z.array(z.enum(channelNames)).min(1).max(channelNames.length)
const url = z.url({ protocol: /^https?$/ }).max(500)

/** What was heard of one try. */
export const hookResult = z.object({
  status: z.int().nullable(),
  trouble: z.enum(hookTroubles).nullable(),
  tookMs: z.int(),
})
export type HookResult = z.infer<typeof hookResult>

export const webhook = z.object({
  id: z.uuid(),
  url: z.string(),
  events: z.array(z.enum(hookEvents)),
  channels: z.array(z.enum(channelNames)),
  withText: z.boolean(),
  off: z.enum(hookOffs).nullable(),
  failingSince: z.int().nullable(),
})
export type Webhook = z.infer<typeof webhook>

/** One of the last deliveries. `tried`: when it was last; null: not yet. */
export const hookDelivery = z.object({
  id: z.uuid(),
  event: z.enum(hookEvents),
  number: z.int(),
  at: z.int(),
  state: z.enum(['queued', 'sent', 'failed']),
  attempts: z.int(),
  tried: z.int().nullable(),
  next: z.int().nullable(),
  status: z.int().nullable(),
  trouble: z.enum(hookTroubles).nullable(),
  tookMs: z.int().nullable(),
})
export type HookDelivery = z.infer<typeof hookDelivery>

export const newWebhook = z.object({ url, events, channels, withText: z.boolean() })
export type NewWebhook = z.infer<typeof newWebhook>
export const changedWebhook = newWebhook.partial().extend({ on: z.boolean().optional() })
export type ChangedWebhook = z.infer<typeof changedWebhook>

const nothing = z.object({})
/** The secret is shown this once. */
const secret = z.object({ id: z.uuid(), secret: z.string() })

export const webhooksApi = {
  'GET /api/webhooks': { about: 'All webhooks.', who: 'admin', answer: z.object({ webhooks: z.array(webhook) }) },
  'POST /api/webhooks': {
    about: 'Adds a webhook; its secret is shown this once.',
    who: 'admin',
    body: newWebhook,
    answer: secret,
  },
  'PATCH /api/webhooks/:id': {
    about: 'Changes a webhook, or switches it off and on.',
    who: 'admin',
    body: changedWebhook,
    answer: nothing,
  },
  'DELETE /api/webhooks/:id': {
    about: 'Forgets a webhook and what waits for it.',
    who: 'admin',
    answer: nothing,
  },
  'POST /api/webhooks/:id/secret': {
    about: 'Gives a webhook another secret, shown this once. The one before holds no more.',
    who: 'admin',
    answer: secret,
  },
  'POST /api/webhooks/:id/test': {
    about: 'Sends a test event now, whether the webhook is on or not, and says what was heard.',
    who: 'admin',
    answer: hookResult,
  },
  'GET /api/webhooks/:id/deliveries': {
    about: 'The last deliveries of a webhook, newest first.',
    who: 'admin',
    answer: z.object({ deliveries: z.array(hookDelivery) }),
  },
} as const
