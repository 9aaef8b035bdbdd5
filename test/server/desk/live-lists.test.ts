import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskLink } from '../../../server/inbox/desk-link.ts'
import { usualChoice } from '../../../server/inbox/list/list-choice.ts'
import { createListModel, type ListModel } from '../../../server/inbox/list/list-model.ts'
import { placeRow, type ShownList } from '../../../server/inbox/list/place-row.ts'
import type { ListAsk } from '../../../server/protocol/list-filter.ts'
import { sorts } from '../../../server/protocol/list-names.ts'
import type { TicketRow } from '../../../server/protocol/ticket.ts'
import { views } from '../../../server/protocol/views.ts'
import { dice } from '../dice.ts'
import { type AgentSocket, type Installation, type ShopperSocket, startInstallation } from '../installation.ts'
import { granted } from '../talk.ts'
import { eventually } from '../../eventually.ts'

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

/** A page's connection over a socket that can be cut without a word. */
function lineOf(socket: AgentSocket) {
  const line = { connected: true, link: {} }
  const ask = (event: string, body: unknown): unknown => Reflect.apply(socket.emitWithAck, socket, [event, body])
  const link: unknown = { ask, state: { peek: () => 'online' } }
  // A list asks and knows whether it is online; nothing else of a page's connection is used here.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return Object.assign(line, { link: link as DeskLink })
}

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
    await eventually(async () => {
      for (const { ask, rows } of kept) expect([ask, rows]).toEqual([ask, await readAll(watcher.socket, ask)])
    })
  })

  it('S-5 I8 equals a freshly loaded one however often its page was away', async () => {
    const [watcher, colleague] = agents
    if (watcher === undefined || colleague === undefined) throw new Error('There are two.')
    const line = lineOf(watcher.socket)
    const some = lists.filter((_, at) => at % 4 === 0 || at % 7 === 0)
    const kept = some.map((ask) => {
      const model = createListModel(line.link)
      model.show({ ...ask, me: watcher.id })
      return { ask, model }
    })
    watcher.socket.on('ticket.changed', ({ row }) => line.connected && kept.forEach(({ model }) => model.change(row)))
    const ready = (model: ListModel) => expect(model.state.value.kind).toBe('ready')
    await eventually(() => kept.forEach(({ model }) => ready(model)))
    const shoppers = await Promise.all(Array.from({ length: 4 }, (_, n) => hub.shopper(`away-${n}`)))
    const { among, below } = dice(11)
    for (let round = 0; round < 4; round++) {
      line.connected = round % 2 === 0
      for (let n = 0; n < 8; n++) {
        const { ticket } = granted(
          await among(shoppers).emitWithAck('message.send', { id: crypto.randomUUID(), text: 'Hello' }),
        )
        if (below(3) === 0) await colleague.socket.emitWithAck('ticket.close', { ticket })
        if (below(3) === 0) await colleague.socket.emitWithAck('ticket.assign', { ticket, agent: watcher.id })
        if (below(4) === 0) await colleague.socket.emitWithAck('ticket.priority', { ticket, priority: 'high' })
      }
      if (line.connected) continue
      line.connected = true
      await Promise.all(kept.map(({ model }) => model.refresh()))
    }
    await eventually(async () => {
      for (const { ask, model } of kept) {
        const fresh = createListModel(line.link)
        fresh.show({ ...ask, me: watcher.id })
        await eventually(() => ready(fresh))
        expect([ask, model.rows.value, model.more.value]).toEqual([ask, fresh.rows.value, fresh.more.value])
      }
    })
  })
})
