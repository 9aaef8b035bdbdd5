import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { usualChoice } from '../../../server/inbox/list/list-choice.ts'
import { type ShopperSocket, type Installation, startInstallation } from '../installation.ts'
import { deskPage, drawn } from '../desk-page.ts'
import { granted, reply, say, send } from '../talk.ts'
import { eventually } from '../../eventually.ts'

const hour = 3_600_000
let hub: Installation
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
})
afterAll(() => hub.close())

/** A morning at the desk: tickets of several shoppers, a saved view, and two who work. */
async function morning(of: string) {
  const [owner, manager, leaver, watcher] = await Promise.all([
    hub.agent('owner', `Olga ${of}`),
    hub.agent('manager', `Mia ${of}`),
    hub.agent('support', `Leo ${of}`),
    hub.member('support', `Wanda ${of}`),
  ])
  const shoppers = await Promise.all(Array.from({ length: 6 }, (_, n) => hub.shopper(`${of}-${n}`)))
  const tickets: string[] = []
  for (const shopper of shoppers) tickets.push((await send(shopper, 'Good morning')).ticket)
  const at = (n: number): { shopper: ShopperSocket; ticket: string } => {
    const [shopper, ticket] = [shoppers[n], tickets[n]]
    if (shopper === undefined || ticket === undefined) throw new Error('There are six.')
    return { shopper, ticket }
  }
  const view = {
    id: randomUUID(),
    name: 'Still open',
    shared: true,
    shows: { ...usualChoice('all'), view: 'all' as const, status: 'open' as const },
  }
  granted(await manager.socket.emitWithAck('view.save', view))
  return { owner, manager, leaver, watcher, at, view }
}

describe('a page that was away for an hour', () => {
  it('S-3 S-4b S-5 D-1 I8 equals one that is loaded afresh: counters, views, list, thread and panel, as data', async () => {
    const { owner, manager, leaver, watcher, at, view } = await morning('away')
    const { socket } = manager
    const open = at(0).ticket
    granted(await socket.emitWithAck('ticket.assign', { ticket: at(1).ticket, agent: watcher.id }))
    granted(await socket.emitWithAck('ticket.assign', { ticket: at(2).ticket, agent: leaver.id }))
    granted(await socket.emitWithAck('ticket.snooze', { ticket: at(3).ticket, until: hub.clock.now() + hour / 2 }))
    const address = `/inbox/view/${view.id}/${open}`
    const page = await deskPage(hub, watcher, address)
    page.desk.macros.need()
    await eventually(() => {
      const now = drawn(page.desk)
      expect(now.savedCounts).toEqual([[view.id, 5]])
      expect(now.conversation?.row?.unread).toBe(false)
      expect(now.list.rows).toHaveLength(5)
      expect(now.macros).toEqual([])
    })
    const before = drawn(page.desk)
    page.cut()

    await hub.advance(hour / 4)
    for (const n of [0, 1, 2, 5]) await send(at(n).shopper, `Are you there? ${n}`)
    await reply(socket, open, 'We are')
    const mention = { ticket: at(2).ticket, ...say('Please look, Wanda'), mentions: [watcher.id] }
    granted(await socket.emitWithAck('note.write', mention))
    granted(await socket.emitWithAck('ticket.close', { ticket: at(1).ticket }))
    granted(await socket.emitWithAck('ticket.assign', { ticket: open, agent: watcher.id }))
    granted(await socket.emitWithAck('ticket.tag', { ticket: open, add: [{ name: 'Returns' }], remove: [] }))
    granted(await socket.emitWithAck('ticket.priority', { ticket: at(5).ticket, priority: 'high' }))
    granted(await socket.emitWithAck('ticket.spam', { ticket: at(4).ticket, on: true }))
    const customer = before.conversation?.row?.customer.id ?? ''
    granted(await socket.emitWithAck('customer.edit', { customer, about: 'Writes in Dutch.' }))
    granted(await socket.emitWithAck('me.rename', { name: 'Mia Lund' }))
    const macro = {
      id: randomUUID(),
      name: 'Thanks',
      category: '',
      text: 'Thank you',
      shared: true,
      actions: [],
      version: 0,
    }
    granted(await socket.emitWithAck('macro.save', macro))
    const unread = { ...view, name: 'Still unread', shows: { ...view.shows, read: 'unread' as const } }
    granted(await socket.emitWithAck('view.save', unread))
    granted(await socket.emitWithAck('view.save', { ...view, id: randomUUID(), name: 'Everything' }))
    const gone = await hub.post(`/api/members/${leaver.id}`, { removed: true }, { cookie: owner.cookie }, 'PATCH')
    expect(gone.status).toBe(200)
    at(5).shopper.disconnect()
    await hub.advance((hour * 3) / 4)

    await page.connect()
    const fresh = await deskPage(hub, watcher, address)
    fresh.desk.macros.need()
    await eventually(() => {
      page.pass()
      const now = drawn(page.desk)
      expect(now.savedCounts).toHaveLength(2)
      expect(now.counts).not.toEqual(before.counts)
      expect(now).toEqual(drawn(fresh.desk))
    })
    // And nothing of it was there before, so that equal is not merely unchanged.
    const now = drawn(page.desk)
    for (const part of ['team', 'tags', 'filterNames', 'savedViews', 'savedCounts', 'macros', 'list'] as const)
      expect([part, now[part]]).not.toEqual([part, before[part]])
    expect(now.conversation?.customer?.about).toBe('Writes in Dutch.')
    page.desk.close()
    fresh.desk.close()
  })

  it('S-5 I8 counts its saved views when it comes to the front again', async () => {
    const { manager, watcher, at, view } = await morning('behind')
    const page = await deskPage(hub, watcher, '/inbox/mine')
    const count = () => new Map(drawn(page.desk).savedCounts).get(view.id)
    await eventually(() => expect(count()).toBeGreaterThan(0))
    const before = count() ?? 0
    page.visible.value = false
    const changed = page.heard('ticket.changed')
    granted(await manager.socket.emitWithAck('ticket.close', { ticket: at(0).ticket }))
    await eventually(() => expect(changed).toHaveLength(1))
    page.pass()
    page.visible.value = true
    await eventually(() => expect(count()).toBe(before - 1))
    page.desk.close()
  })
})
