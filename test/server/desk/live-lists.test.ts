import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { usualChoice } from '../../../server/inbox/list/list-choice.ts'
import { placeRow, type ShownList } from '../../../server/inbox/list/place-row.ts'
import type { ListAsk } from '../../../server/protocol/list-filter.ts'
import { sorts } from '../../../server/protocol/list-names.ts'
import type { TicketRow } from '../../../server/protocol/ticket.ts'
import { views } from '../../../server/protocol/views.ts'
import { dice } from '../dice.ts'
import { type AgentSocket, type Installation, type ShopperSocket, startInstallation } from '../installation.ts'
import { granted } from '../talk.ts'

let hub: Installation
let agents: { id: string; socket: AgentSocket }[]
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  agents = [await hub.agent(), await hub.agent()]
})
afterAll(() => hub.close())

async function readAll(socket: AgentSocket, ask: ListAsk): Promise<TicketRow[]> {
  const page = granted(await socket.emitWithAck('list.read', { ...ask, after: null, limit: 200 }))
  expect(page.next).toBeNull()
  return page.rows
}

/** Every view in every order, and some filters. */
const lists: ListAsk[] = views.flatMap((view) =>
  sorts.flatMap((sort) => {
    const plain: ListAsk = { ...usualChoice(view), view, sort, folded: [] }
    return [
      plain,
      { ...plain, grouped: true },
      { ...plain, read: 'unread' as const },
      { ...plain, status: 'closed' as const },
    ]
  }),
)

describe('a list that is kept live', () => {
  it.each([1, 2])('S-5 S-6 I8 equals a freshly read one after a random history (seed %i)', async (seed) => {
    const { among, below } = dice(seed)
    const [watcher] = agents
    if (watcher === undefined) throw new Error('There are two.')
    const shoppers = await Promise.all(Array.from({ length: 6 }, (_, n) => hub.shopper(`live-${seed}-${n}`)))
    const known: string[] = []
    const write = async (shopper: ShopperSocket) => {
      const id = crypto.randomUUID()
      known.push(granted(await shopper.emitWithAck('message.send', { id, text: `Hello ${below(9)}` })).ticket)
    }
    for (const shopper of shoppers.slice(0, 3)) await write(shopper)
    const kept = await Promise.all(
      lists.map(async (ask) => {
        const shown: ShownList = { ...ask, me: watcher.id }
        const rows: readonly TicketRow[] = await readAll(watcher.socket, ask)
        return { ask, shown, rows }
      }),
    )
    watcher.socket.on('ticket.changed', ({ row }) => {
      for (const list of kept) list.rows = placeRow(list.rows, row, list.shown, true)
    })
    watcher.socket.on('customer.presence', ({ customer, online }) => {
      for (const list of kept)
        list.rows = list.rows.map((row) =>
          row.customer.id === customer ? { ...row, customer: { ...row.customer, online } } : row,
        )
    })
    const act = (): Promise<unknown> => {
      const { socket } = among(agents)
      const ticket = among(known)
      return among<() => Promise<unknown>>([
        () => write(among(shoppers)),
        () => write(among(shoppers)),
        () => socket.emitWithAck('ticket.close', { ticket }),
        () => socket.emitWithAck('ticket.unread', { ticket }),
        () => socket.emitWithAck('ticket.read', { ticket, n: 1_000 }),
        () => socket.emitWithAck('ticket.assign', { ticket, agent: below(3) === 0 ? null : among(agents).id }),
        () => socket.emitWithAck('ticket.snooze', { ticket, until: hub.clock.now() + 1_000 }),
        () => socket.emitWithAck('ticket.wake', { ticket }),
        () => socket.emitWithAck('reply.send', { ticket, id: crypto.randomUUID(), text: 'Yes' }),
        () => hub.advance(400),
      ])()
    }
    for (let round = 0; round < 15; round++) await Promise.all(Array.from({ length: 5 }, act))
    // What was done last is told a moment later.
    await vi.waitFor(
      async () => {
        for (const { ask, rows } of kept) expect([ask, rows]).toEqual([ask, await readAll(watcher.socket, ask)])
      },
      { timeout: 10_000 },
    )
  })
})
