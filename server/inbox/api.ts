import { z } from 'zod'
import { accent } from '../protocol/accent.ts'
import { invitation, type Me, me, member } from '../protocol/api.ts'
import type { RemoteChannel } from '../protocol/channel.ts'
import { channelNeed, connectionTest } from '../protocol/channel-needs.ts'
import { type SecretChanges, secretNames } from '../protocol/channel-secrets.ts'
import { type ErrorCode, errorCodes } from '../protocol/errors.ts'
import { foresight, type ForesightAsk } from '../protocol/foresight.ts'
import { openedMail } from '../protocol/mail.ts'
import { type Role, roles } from '../protocol/role.ts'
import { type Settings, settingsPreview, settingsProblem, storedSettings } from '../protocol/settings.ts'

const ok = z.object({ ok: z.literal(true) })
const refused = z.object({
  ok: z.literal(false),
  code: z.enum(errorCodes),
  retry: z.boolean().default(false),
  problems: z.array(settingsProblem).optional(),
})
export type ApiRefused = z.infer<typeof refused>

const withMe = ok.extend({ me })
const withMeOrNobody = ok.extend({ me: me.nullable() })
const joinLook = ok.extend({
  kind: z.enum(['owner', 'invitation']),
  email: z.string().nullable(),
  role: z.enum(roles),
})
export type JoinLook = z.infer<typeof joinLook>
const savedSettings = ok.extend(storedSettings.shape)
const loadedSettings = savedSettings.extend({ zones: z.array(z.string()) })
const previewed = ok.extend(settingsPreview.shape).extend({ accent, missing: z.array(channelNeed) })
export type Previewed = z.infer<typeof previewed>
const secrets = ok.extend({
  known: z.array(z.enum(secretNames)),
  hooks: z.object({ twilio: z.string(), meta: z.string() }),
})
const tested = ok.extend(connectionTest.shape)
const foreseen = ok.extend(foresight.shape)
const team = ok.extend({ members: z.array(member), invitations: z.array(invitation) })
export type Team = z.infer<typeof team>
const mail = ok.extend(openedMail.shape)
const replied = ok.extend({ n: z.int(), at: z.int() })
const invited = ok.extend({ link: z.string(), invitation })

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const no = (code: ErrorCode, retry: boolean): ApiRefused => ({ ok: false, code, retry })

/**
 * The desk's HTTP API as the page uses it. A refusal is a value; no connection is `unavailable`, an answer of a shape
 * nobody promised is `internal`.
 */
export function createApi(request: typeof fetch) {
  async function ask<A extends z.ZodType>(
    answer: A,
    method: Method,
    path: string,
    body?: unknown,
  ): Promise<z.output<A> | ApiRefused> {
    const headers: Record<string, string> = { accept: 'application/json' }
    if (method !== 'GET') headers['x-hub'] = '1'
    const form = body instanceof FormData
    // A form says its own type, with what parts it.
    if (body !== undefined && !form) headers['content-type'] = 'application/json'
    const init: RequestInit = { method, headers, credentials: 'same-origin' }
    if (body !== undefined) init.body = form ? body : JSON.stringify(body)
    let text: unknown
    try {
      text = await (await request(path, init)).json()
    } catch {
      return no('unavailable', true)
    }
    const good = answer.safeParse(text)
    if (good.success) return good.data
    const bad = refused.safeParse(text)
    return bad.success ? bad.data : no('internal', true)
  }

  return {
    me: () => ask(withMeOrNobody, 'GET', '/api/me'),
    signIn: (email: string, password: string) => ask(withMe, 'POST', '/api/sign-in', { email, password }),
    signOut: () => ask(ok, 'POST', '/api/sign-out'),
    lookAtLink: (token: string) => ask(joinLook, 'POST', '/api/join/look', { token }),
    join: (body: { token: string; name: string; email?: string; password: string }) =>
      ask(withMe, 'POST', '/api/join', body),
    settings: () => ask(loadedSettings, 'GET', '/api/settings'),
    saveSettings: (version: number, settings: Settings) =>
      ask(savedSettings, 'PUT', '/api/settings', { version, settings }),
    preview: (settings: Settings, moments: number[]) =>
      ask(previewed, 'POST', '/api/settings/preview', { settings, moments }),
    secrets: () => ask(secrets, 'GET', '/api/settings/secrets'),
    saveSecrets: (changes: SecretChanges) => ask(ok, 'PUT', '/api/settings/secrets', changes),
    testChannel: (channel: RemoteChannel) => ask(tested, 'POST', '/api/settings/test', { channel }),
    foresee: (asked: ForesightAsk) => ask(foreseen, 'POST', '/api/settings/foresee', asked),
    mail: (id: string) => ask(mail, 'GET', `/api/mails/${id}`),
    replyWithFiles: (ticket: string, form: FormData) => ask(replied, 'POST', `/api/tickets/${ticket}/replies`, form),
    team: () => ask(team, 'GET', '/api/members'),
    invite: (email: string, role: Role) => ask(invited, 'POST', '/api/invitations', { email, role }),
    withdraw: (id: string) => ask(ok, 'DELETE', `/api/invitations/${id}`),
    changeMember: (id: string, change: { role?: Role; removed?: true }) =>
      ask(ok, 'PATCH', `/api/members/${id}`, change),
  }
}
export type Api = ReturnType<typeof createApi>
export type { Me }
