import type { z } from 'zod'
import type { Me } from '../protocol/api.ts'
import type { ArticleDraft } from '../protocol/articles.ts'
import type { RemoteChannel } from '../protocol/channel.ts'
import type { SecretChanges } from '../protocol/channel-secrets.ts'
import type { ErrorCode } from '../protocol/errors.ts'
import type { ForesightAsk } from '../protocol/foresight.ts'
import type { Role } from '../protocol/role.ts'
import type { StoredRouting } from '../protocol/routing.ts'
import type { Settings } from '../protocol/settings.ts'
import type { ChangedWebhook, NewWebhook } from '../protocol/webhooks.ts'
import type { answers, refused } from './api-answers.ts'
import { sessionIn } from './session-answer.ts'

type Answers = typeof answers
export type ApiRefused = z.output<typeof refused>
export type JoinLook = z.output<Answers['joinLook']>
export type Previewed = z.output<Answers['previewed']>
export type TeamsAndTags = z.output<Answers['teamsAndTags']>
export type Team = z.output<Answers['team']>

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const no = (code: ErrorCode, retry: boolean): ApiRefused => ({ ok: false, code, retry })

/**
 * The desk's HTTP API as the page uses it. A refusal is a value; no connection is `unavailable`, an answer of a shape
 * nobody promised is `internal`. The shapes, and zod with them, are loaded with the first answer that needs them: an
 * agent at work speaks by the socket.
 */
export function createApi(request: typeof fetch) {
  async function textOf(method: Method, path: string, body?: unknown): Promise<unknown> {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (method !== 'GET') headers['x-hub'] = '1'
    const form = body instanceof FormData
    // A form says its own type, with what parts it.
    if (body !== undefined && !form) headers['content-type'] = 'application/json'
    const init: RequestInit = { method, headers, credentials: 'same-origin' }
    if (body !== undefined) init.body = form ? body : JSON.stringify(body)
    return (await request(path, init)).json()
  }

  async function ask<A extends z.ZodType>(
    shapeIn: (known: Answers) => A,
    method: Method,
    path: string,
    body?: unknown,
  ): Promise<z.output<A> | ApiRefused> {
    const coming = import('./api-answers.ts')
    let text: unknown
    try {
      ;[text] = await Promise.all([textOf(method, path, body), coming])
    } catch {
      return no('unavailable', true)
    }
    const shapes = await coming
    const good = shapeIn(shapes.answers).safeParse(text)
    if (good.success) return good.data
    const bad = shapes.refused.safeParse(text)
    return bad.success ? bad.data : no('internal', true)
  }

  return {
    /** Who is signed in. Asked at every start, and so read without the shapes of all the others. */
    async me(): Promise<{ ok: true; me: Me | null } | ApiRefused> {
      try {
        return sessionIn(await textOf('GET', '/api/me')) ?? no('internal', true)
      } catch {
        return no('unavailable', true)
      }
    },
    signIn: (email: string, password: string) => ask((its) => its.me, 'POST', '/api/sign-in', { email, password }),
    signOut: () => ask((its) => its.done, 'POST', '/api/sign-out'),
    lookAtLink: (token: string) => ask((its) => its.joinLook, 'POST', '/api/join/look', { token }),
    join: (body: { token: string; name: string; email?: string; password: string }) =>
      ask((its) => its.me, 'POST', '/api/join', body),
    settings: () => ask((its) => its.loadedSettings, 'GET', '/api/settings'),
    saveSettings: (version: number, settings: Settings) =>
      ask((its) => its.savedSettings, 'PUT', '/api/settings', { version, settings }),
    preview: (settings: Settings, moments: number[]) =>
      ask((its) => its.previewed, 'POST', '/api/settings/preview', { settings, moments }),
    secrets: () => ask((its) => its.secrets, 'GET', '/api/settings/secrets'),
    saveSecrets: (changes: SecretChanges) => ask((its) => its.done, 'PUT', '/api/settings/secrets', changes),
    testChannel: (channel: RemoteChannel) => ask((its) => its.tested, 'POST', '/api/settings/test', { channel }),
    foresee: (asked: ForesightAsk) => ask((its) => its.foreseen, 'POST', '/api/settings/foresee', asked),
    installation: () => ask((its) => its.installation, 'GET', '/api/settings/install'),
    checkShop: (page: string) => ask((its) => its.shopChecked, 'POST', '/api/settings/install/check', { page }),
    pinnedScript: () => ask((its) => its.pinned, 'GET', '/hub.json'),
    mail: (id: string) => ask((its) => its.mail, 'GET', `/api/mails/${id}`),
    replyWithFiles: (ticket: string, form: FormData) =>
      ask((its) => its.replied, 'POST', `/api/tickets/${ticket}/replies`, form),
    team: () => ask((its) => its.team, 'GET', '/api/members'),
    teamsAndTags: () => ask((its) => its.teamsAndTags, 'GET', '/api/teams'),
    routing: () => ask((its) => its.routing, 'GET', '/api/routing'),
    saveRouting: (stored: StoredRouting) => ask((its) => its.routing, 'PUT', '/api/routing', stored),
    newTeam: (name: string) => ask((its) => its.done, 'POST', '/api/teams', { name, members: [] }),
    changeTeam: (id: string, change: { name?: string; members?: string[] }) =>
      ask((its) => its.done, 'PATCH', `/api/teams/${id}`, change),
    deleteTeam: (id: string) => ask((its) => its.done, 'DELETE', `/api/teams/${id}`),
    renameTag: (id: string, name: string) => ask((its) => its.done, 'PATCH', `/api/tags/${id}`, { name }),
    deleteTag: (id: string) => ask((its) => its.done, 'DELETE', `/api/tags/${id}`),
    articles: () => ask((its) => its.articles, 'GET', '/api/articles'),
    saveArticle: (id: string, draft: ArticleDraft) =>
      ask((its) => its.articleSaved, 'PUT', `/api/articles/${id}`, draft),
    deleteArticle: (id: string) => ask((its) => its.done, 'DELETE', `/api/articles/${id}`),
    sortArticles: (ids: readonly string[]) => ask((its) => its.done, 'POST', '/api/articles/order', { ids }),
    webhooks: () => ask((its) => its.webhooks, 'GET', '/api/webhooks'),
    addWebhook: (hook: NewWebhook) => ask((its) => its.webhookSecret, 'POST', '/api/webhooks', hook),
    changeWebhook: (id: string, change: ChangedWebhook) =>
      ask((its) => its.done, 'PATCH', `/api/webhooks/${id}`, change),
    deleteWebhook: (id: string) => ask((its) => its.done, 'DELETE', `/api/webhooks/${id}`),
    renewWebhookSecret: (id: string) => ask((its) => its.webhookSecret, 'POST', `/api/webhooks/${id}/secret`),
    testWebhook: (id: string) => ask((its) => its.webhookTested, 'POST', `/api/webhooks/${id}/test`),
    webhookDeliveries: (id: string) => ask((its) => its.webhookDeliveries, 'GET', `/api/webhooks/${id}/deliveries`),
    invite: (email: string, role: Role) => ask((its) => its.invited, 'POST', '/api/invitations', { email, role }),
    withdraw: (id: string) => ask((its) => its.done, 'DELETE', `/api/invitations/${id}`),
    changeMember: (id: string, change: { role?: Role; removed?: true }) =>
      ask((its) => its.done, 'PATCH', `/api/members/${id}`, change),
  }
}
export type Api = ReturnType<typeof createApi>
export type { Me }
