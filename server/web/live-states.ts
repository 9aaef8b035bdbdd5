import { readAttendance } from '../desk/attendance.ts'
import { readColleagues } from '../desk/colleagues.ts'
import type { Desk } from '../desk/desk.ts'
import { readLeftAddress } from '../desk/leave-address.ts'
import { readPreferences } from '../desk/preferences.ts'
import { readPresence } from '../desk/presence.ts'
import { readSettingsNow } from '../desk/read-conversation.ts'
import { readAllCounts, readRows } from '../desk/read-list.ts'
import { tagNames } from '../desk/tags.ts'
import { listTeams } from '../desk/teams.ts'
import { failed } from './door.ts'
import { inTurn } from './in-turn.ts'
import { type AgentServer, type CustomerServer, rooms } from './rooms.ts'

const countsEveryMs = 150
const againAfterMs = 1_000

/**
 * What is told as it stands: read anew after every change of it, whichever process made it, and told in turn. So the
 * last that is told is never older than the last change, and what holds a part of another is told in the order it was
 * read: a row says who is online and what its agent is called.
 */
export type LiveStates = {
  /** `id`: of the ticket, the customer or the member; none where there is one for all. */
  changed(what: What, id?: string): void
  countsChanged(): void
  close(): void
}

/** In the order they are told. */
const all = [
  'row',
  'presence',
  'attendance',
  'colleague',
  'tags',
  'teams',
  'preferences',
  'settings',
  'left address',
] as const
type What = (typeof all)[number]

export function createLiveStates(desk: () => Desk, customers: CustomerServer, agents: AgentServer): LiveStates {
  const toAll = () => agents.to(rooms.agents)
  const tellers: Record<What, (ids: string[]) => Promise<void>> = {
    async row(ids) {
      for (const row of await readRows(desk(), ids)) toAll().emit('ticket.changed', { row })
    },
    async presence(ids) {
      for (const one of await readPresence(desk(), ids)) toAll().emit('customer.presence', one)
    },
    async attendance(ids) {
      for (const one of await readAttendance(desk(), ids)) toAll().emit('ticket.attended', one)
    },
    async colleague(ids) {
      const found = await readColleagues(desk(), ids)
      const gone = ids.filter((id) => !found.some((one) => one.id === id))
      // Pages that are open write under the new name from now on.
      for (const { data } of agents.sockets.sockets.values()) {
        data.member.name = found.find(({ id }) => id === data.member.id)?.name ?? data.member.name
      }
      toAll().emit('agents.changed', { agents: found, gone })
    },
    async tags() {
      toAll().emit('tags.changed', { tags: await tagNames(desk()) })
    },
    async teams() {
      toAll().emit('teams.changed', { teams: await listTeams(desk()) })
    },
    async preferences(ids) {
      for (const id of ids) {
        if (!agents.sockets.adapter.rooms.has(rooms.member(id))) continue
        agents.to(rooms.member(id)).emit('preferences.changed', await readPreferences(desk(), id))
      }
    },
    async settings() {
      const { version, ...visible } = await readSettingsNow(desk())
      toAll().emit('settings.changed', { version })
      customers.emit('chat.visible', visible)
    },
    async 'left address'(ids) {
      for (const id of ids) {
        const email = await readLeftAddress(desk(), id)
        if (email !== null) customers.to(rooms.customer(id)).emit('address.left', { email })
      }
    },
  }
  const toShoppers = new Set<What>(['settings', 'left address'])
  /** Nobody looks: whoever comes reads it all first. */
  const nobody = (what: What) =>
    agents.engine.clientsCount === 0 && !(toShoppers.has(what) && customers.engine.clientsCount > 0)

  const waiting = new Set<NodeJS.Timeout>()
  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(() => {
      waiting.delete(timer)
      run()
    }, ms)
    timer.unref()
    waiting.add(timer)
  }

  const states = inTurn(async (keys) => {
    for (const what of all) {
      const mine = keys.filter((key) => key.startsWith(`${what}:`))
      if (mine.length === 0 || nobody(what)) continue
      try {
        await tellers[what](mine.map((key) => key.slice(what.length + 1)))
      } catch (error) {
        // A store that is away for a moment would leave the pages with what they had before.
        const isLate = failed(desk().log, error, `live ${what}`) === 'unavailable'
        if (isLate) later(againAfterMs, () => mine.forEach(states.add))
      }
    }
  })

  const counts = inTurn(async () => {
    try {
      const countsOf = await readAllCounts(desk())
      for (const room of agents.of('/').adapter.rooms.keys()) {
        const memberId = /^member:(.+)$/.exec(room)?.[1]
        if (memberId !== undefined) agents.to(room).emit('counts.changed', { counts: countsOf(memberId) })
      }
    } catch (error) {
      if (failed(desk().log, error, 'live counts') === 'unavailable') countsChanged()
    }
  })
  let counting = false
  function countsChanged() {
    if (counting) return
    counting = true
    later(countsEveryMs, () => {
      counting = false
      counts.add('')
    })
  }

  return {
    changed: (what, id = '') => states.add(`${what}:${id}`),
    countsChanged,
    close() {
      for (const timer of waiting) clearTimeout(timer)
    },
  }
}
