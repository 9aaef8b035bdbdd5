import { signal } from '@preact/signals'
import { createApi } from '../../server/inbox/api.ts'
import { createDesk, type Desk } from '../../server/inbox/desk.ts'
import type { DeskLink } from '../../server/inbox/desk-link.ts'
import { createMoments } from '../../server/inbox/moments.ts'
import { createClock, type PageBehind } from '../../server/inbox/page.ts'
import { parseRoute, type Route, routeUrl } from '../../server/inbox/route.ts'
import { createToasts } from '../../server/inbox/toasts.ts'
import { en } from '../../server/inbox/words/en.ts'
import type { ToAgent } from '../../server/protocol/agent-events.ts'
import type { LinkState } from '../../widget/thread/link.ts'
import { fakeStorage, fakeWorld } from '../inbox/fake-link.ts'
import { fakeWays } from '../inbox/fake-ways.ts'
import type { AgentSocket, Installation } from './installation.ts'

type Member = Awaited<ReturnType<Installation['member']>>

/** How long an answer takes on its way to the page. */
export type Way = <A>(answer: Promise<A>) => Promise<A>

/** A page's connection over sockets of this process, which can be taken away and given back. */
function lineTo(hub: Installation, { cookie }: Member, way: Way) {
  const state = signal<LinkState>('connecting')
  const heard: [event: string, hear: (event: unknown) => void][] = []
  const onlineRuns: (() => void)[] = []
  const noConnection = { ok: false, code: 'unavailable', retry: true }
  let socket: AgentSocket | null = null
  const link: unknown = {
    state,
    refusal: signal(null),
    async ask(event: string, body: unknown): Promise<unknown> {
      const on = socket
      if (on === null) return noConnection
      const asked = async (): Promise<unknown> => Reflect.apply(on.emitWithAck, on, [event, body])
      return way(asked()).catch(() => noConnection)
    },
    tell: (event: string, body: unknown) => void (socket && Reflect.apply(socket.emit, socket, [event, body])),
    on(event: string, hear: (event: unknown) => void) {
      heard.push([event, hear])
      if (socket !== null) Reflect.apply(socket.on, socket, [event, hear])
    },
    onOnline: (run: () => void) => void onlineRuns.push(run),
    hurry() {},
    close() {},
  }
  return {
    // The same events over a socket that carries a cookie, as only a browser's own does.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    link: link as DeskLink,
    async connect() {
      const fresh = await hub.agentSocket(cookie)
      for (const [event, hear] of heard) Reflect.apply(fresh.on, fresh, [event, hear])
      socket = fresh
      state.value = 'online'
      for (const run of onlineRuns) run()
    },
    cut() {
      socket?.disconnect()
      socket = null
      state.value = 'offline'
    },
  }
}

/** What is behind an agent's page, at an address, over a real installation: all of it but the drawing. */
export async function deskPage(hub: Installation, member: Member, address: string, way: Way = (answer) => answer) {
  const line = lineTo(hub, member, way)
  const world = fakeWorld()
  const visible = signal(true)
  const [path = '', query = ''] = address.split('?')
  const route = signal<Route>(parseRoute(path, query))
  const page: PageBehind = {
    api: createApi(() => Promise.reject(new Error('Nothing here asks by HTTP'))),
    router: {
      route,
      go(to) {
        const [toPath = '', toQuery = ''] = routeUrl(to).split('?')
        route.value = parseRoute(toPath, toQuery)
      },
      close() {},
    },
    paint() {},
    toasts: createToasts(),
    storage: fakeStorage(),
    clock: createClock(hub.clock.now),
    words: signal(en),
    moments: signal(createMoments('en-GB', 'Europe/Berlin')),
  }
  const { id, name, email } = member
  const me = { id, name, email, role: 'support' as const }
  const desk = createDesk({ page, link: line.link, world, me, visible, ways: fakeWays() })
  await line.connect()
  return {
    ...line,
    desk,
    visible,
    go: (to: string) => {
      route.value = parseRoute(to, '')
    },
    /** Every event of that name from now on. */
    heard(name: keyof ToAgent) {
      const events: unknown[] = []
      line.link.on(name, (event) => void events.push(event))
      return events
    },
    /** Time passes: what the page has put off is done. */
    pass() {
      for (const { what } of world.timers.splice(0)) what()
    },
  }
}

/** All that the page would draw, as data. What belongs to one visit (the line “New”, what is folded) is left out. */
export function drawn({ conversation, savedViews, filing, filterNames, macros, list, ...desk }: Desk) {
  const open = conversation.value
  return {
    me: desk.me.value,
    team: desk.team.value,
    away: desk.away.value,
    counts: desk.counts.value,
    shopName: desk.shopName.value,
    preferences: desk.preferences.now.value,
    attended: [...desk.attendance.tickets.value],
    drafts: [...desk.drafts.tickets.value].toSorted(),
    tags: filing.tags.value,
    teams: filing.teams.value,
    filterNames: filterNames.names.value,
    savedViews: savedViews.views.value,
    savedCounts: [...savedViews.counts.value].toSorted(([a], [b]) => a.localeCompare(b)),
    macros: macros.list.value,
    shown: desk.shown.value,
    list: { state: list.state.value, rows: list.rows.value, more: list.more.value },
    conversation: open && {
      row: open.row.value,
      customer: open.customer.value,
      events: open.thread.events.value,
      status: open.thread.status.value,
      earlier: open.thread.earlier.value,
      problem: open.thread.problem.value,
      deliveries: [...open.deliveries.value],
      marketing: open.marketing.value,
      colleagues: [...open.colleagues.value],
    },
  }
}
