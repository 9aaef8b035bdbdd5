import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, vi } from 'vitest'
import { httpApi } from '../../../server/protocol/http-api.ts'
import { type Routing, type RoutingRule, storedRouting } from '../../../server/protocol/routing.ts'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { granted, send } from '../talk.ts'

export let hub: Installation
export let owner: { cookie: string }

/** A desk for the tests of who gets a ticket: nobody is online at the start of each. */
export function givesOut() {
  beforeAll(async () => {
    hub = await startInstallation()
    await hub.settings()
    owner = await hub.member('owner')
  })
  afterAll(() => hub.close())
  beforeEach(async () => {
    for (const page of pages.splice(0)) page.disconnect()
    await nobodyOnline()
  })
}

const pages: AgentSocket[] = []

export const nobodyOnline = () =>
  vi.waitUntil(
    async () => {
      const found = await hub.db.selectFrom('pages').select('id').where('kind', '=', 'agent').execute()
      return found.length === 0
    },
    { timeout: 10_000 },
  )

const off: Routing = { roundRobin: false, limit: null, whenAway: { do: 'keep' }, rules: [] }

/** What is not named is off. */
export async function saveRouting(at: Installation, by: { cookie: string }, change: Partial<Routing>) {
  const { version } = storedRouting.parse(await (await at.get('/api/routing', by)).json())
  const saved = await at.post('/api/routing', { version, routing: { ...off, ...change } }, by, 'PUT')
  if (!saved.ok) throw new Error(await saved.text())
}

export const routing = (change: Partial<Routing>) => saveRouting(hub, owner, change)

/** An agent who is online, at the process of that address. */
export async function agent(at?: string) {
  const member = await hub.member('support')
  const socket = await hub.agentSocket(member.cookie, at === undefined ? {} : { at })
  pages.push(socket)
  granted(await socket.emitWithAck('desk.open', {}))
  return { ...member, socket }
}

const newTeam = httpApi['POST /api/teams'].answer

export async function team(name: string, ...members: { id: string }[]): Promise<string> {
  const body = { name: `${name} ${randomUUID()}`.slice(0, 40), members: members.map(({ id }) => id) }
  return newTeam.parse(await (await hub.post('/api/teams', body, owner)).json()).id
}

const nothing: RoutingRule['when'] = { channels: [], segments: [], tags: [], languages: [], priority: null, words: [] }
export const rule = (name: string, when: Partial<RoutingRule['when']>, to: RoutingRule['to']): RoutingRule => ({
  id: randomUUID(),
  name,
  when: { ...nothing, ...when },
  to,
  priority: null,
})

let shoppers = 0
/** A new ticket, of a shopper with these claims. */
export async function arrives(text = 'Hello', claims: Record<string, unknown> = {}) {
  const sub = `shopper-${++shoppers}`
  const shopper = await hub.shopper(sub, { token: await hub.token(sub, claims) })
  const { ticket } = await send(shopper, text)
  return { shopper, ticket }
}

export const stored = (ticket: string) =>
  hub.db.selectFrom('tickets').selectAll().where('id', '=', ticket).executeTakeFirstOrThrow()
export const assignee = async (ticket: string) => (await stored(ticket)).assignee_id
