import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AgentSocket, type Installation, type ShopperSocket, startInstallation } from '../installation.ts'
import { entries, granted, hear, load, openTicket, reply, rowOf, send, told } from '../talk.ts'
import { eventually } from '../../eventually.ts'

const minute = 60_000

let hub: Installation
let agent: AgentSocket
let shopper: ShopperSocket
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  agent = (await hub.agent('support', 'Ulla')).socket
})
afterAll(() => hub.close())

let people = 0
/** A new shopper's ticket, read by the team. */
async function readTicket() {
  shopper = await hub.shopper(`shopper-${++people}`)
  const { ticket } = await send(shopper, 'Hello')
  granted(await agent.emitWithAck('ticket.read', { ticket, n: 1 }))
  return ticket
}

const snooze = async (ticket: string, ms: number) =>
  granted(await agent.emitWithAck('ticket.snooze', { ticket, until: hub.clock.now() + ms }))

/** Waits until the desk knows that somebody has, or nobody has, the ticket before their eyes. */
const watched = (ticket: string, by: boolean) =>
  eventually(async () => {
    const pages = hub.db
      .selectFrom('pages')
      .select('id')
      .where('ticket_id', '=', ticket)
      .where('hidden_since', 'is', null)
    expect(await pages.execute()).toHaveLength(by ? 1 : 0)
  })

const statuses = async (ticket: string) =>
  (await openTicket(agent, ticket)).events.flatMap((event) =>
    event.type === 'status' ? [`${event.status} by ${event.by}`] : [],
  )

describe('status', () => {
  it('S-1b at the end of a snooze the ticket is open and unread, and everybody is told', async () => {
    const ticket = await readTicket()
    await snooze(ticket, 10 * minute)
    const colleague = hear((await hub.agent()).socket)
    await hub.advance(10 * minute - 1)
    expect(await rowOf(agent, ticket)).toMatchObject({ status: 'snoozed', unread: false })
    await hub.advance(1)
    expect(await rowOf(agent, ticket)).toMatchObject({ status: 'open', snoozedUntil: null, unread: true })
    await told(colleague, 'ticket.changed', {
      row: { id: ticket, status: 'open', unread: true },
    })
    expect(await statuses(ticket)).toEqual(['snoozed by agent', 'open by timer'])
  })

  it('S-1c a snooze that was moved fires at its new moment only, one that was ended never', async () => {
    const [moved, ended] = [await readTicket(), await readTicket()]
    await snooze(moved, 10 * minute)
    await snooze(moved, 30 * minute)
    await snooze(ended, 10 * minute)
    granted(await agent.emitWithAck('ticket.wake', { ticket: ended }))
    await hub.advance(15 * minute)
    expect(await rowOf(agent, moved)).toMatchObject({ status: 'snoozed', unread: false })
    expect(await rowOf(agent, ended)).toMatchObject({ status: 'open', unread: false })
    await hub.advance(15 * minute)
    expect(await rowOf(agent, moved)).toMatchObject({ status: 'open', unread: true })
    expect(await statuses(moved)).toEqual(['snoozed by agent', 'snoozed by agent', 'open by timer'])
    expect(await statuses(ended)).toEqual(['snoozed by agent', 'open by agent'])
  })

  it('S-1d snoozes that came due while no desk was running fire at the start, each once', async () => {
    const tickets: string[] = []
    for (let n = 0; n < 8; n++) {
      const ticket = await readTicket()
      await snooze(ticket, 10 * minute + n)
      tickets.push(ticket)
    }
    await hub.restart(60 * minute)
    agent = (await hub.agent('support', 'Vera')).socket
    const heard = hear(agent)
    // Whoever looked before the first sweep hears of it, whoever looked after it sees it.
    for (const ticket of tickets) {
      if ((await rowOf(agent, ticket)).status === 'open') continue
      await told(heard, 'ticket.changed', { row: { id: ticket, status: 'open' } })
    }
    await hub.advance(minute)
    for (const ticket of tickets) expect(await statuses(ticket)).toEqual(['snoozed by agent', 'open by timer'])
    expect(await hub.db.selectFrom('timers').selectAll().where('kind', '=', 'snooze').execute()).toEqual([])
  })

  it('S-1e a snooze needs a moment to come and a live ticket', async () => {
    const ticket = await readTicket()
    const now = hub.clock.now()
    for (const until of [now, now - 1, 0, -1]) {
      const answer = await agent.emitWithAck('ticket.snooze', { ticket, until })
      expect(answer).toEqual({ ok: false, code: 'moment_passed', retry: false })
    }
    for (const until of [Number.MAX_SAFE_INTEGER, 9e15, 253_402_300_800_000]) {
      const answer = await agent.emitWithAck('ticket.snooze', { ticket, until })
      expect(answer).toEqual({ ok: false, code: 'bad_request', retry: false })
    }
    granted(await agent.emitWithAck('ticket.close', { ticket }))
    const answer = await agent.emitWithAck('ticket.snooze', { ticket, until: now + minute })
    expect(answer).toEqual({ ok: false, code: 'ticket_closed', retry: false })
  })

  it('S-2a closed tickets leave Mine and Unassigned, All shows every status; S-2b a closed web chat stays closed', async () => {
    const colleague = await hub.agent()
    const [open, snoozed, closed] = [await readTicket(), await readTicket(), await readTicket()]
    const inView = async (view: 'mine' | 'unassigned' | 'all') => {
      const status = view === 'all' ? 'any' : 'open'
      const { rows } = granted(
        await colleague.socket.emitWithAck('list.read', { view, status, sort: 'newest', after: null }),
      )
      return [open, snoozed, closed].map((ticket) => rows.some((row) => row.id === ticket))
    }
    await snooze(snoozed, minute)
    expect(await inView('unassigned')).toEqual([true, false, true])
    granted(await agent.emitWithAck('ticket.close', { ticket: closed }))
    expect(await inView('unassigned')).toEqual([true, false, false])
    expect(await inView('all')).toEqual([true, true, true])
    for (const ticket of [open, snoozed, closed]) {
      granted(await agent.emitWithAck('ticket.assign', { ticket, agent: colleague.id }))
    }
    expect(await inView('mine')).toEqual([true, false, false])
    expect(await agent.emitWithAck('ticket.reopen', { ticket: closed })).toMatchObject({ code: 'cannot_reopen' })
    const answered = await agent.emitWithAck('reply.send', { ticket: closed, id: crypto.randomUUID(), text: 'Wait' })
    expect(answered).toMatchObject({ code: 'ticket_closed' })
    expect(await rowOf(agent, closed)).toMatchObject({ status: 'closed', mayReopen: false })
  })

  it('S-3a read by one is read for all; S-3b a new message makes it unread, an answer does not; S-3f by hand too', async () => {
    const ticket = await readTicket()
    const colleague = (await hub.agent()).socket
    expect(await rowOf(colleague, ticket)).toMatchObject({ unread: false })
    await reply(agent, ticket, 'Hello')
    expect(await rowOf(colleague, ticket)).toMatchObject({ unread: false })
    await send(shopper, 'Thanks')
    expect(await rowOf(colleague, ticket)).toMatchObject({ unread: true })
    // Read up to what was shown: what came meanwhile stays news.
    granted(await agent.emitWithAck('ticket.read', { ticket, n: 1 }))
    expect(await rowOf(colleague, ticket)).toMatchObject({ unread: true })
    const { last } = await rowOf(agent, ticket)
    granted(await agent.emitWithAck('ticket.read', { ticket, n: last }))
    expect(await rowOf(colleague, ticket)).toMatchObject({ unread: false })
    granted(await agent.emitWithAck('ticket.unread', { ticket }))
    expect(await rowOf(colleague, ticket)).toMatchObject({ unread: true })
    await snooze(ticket, minute)
    expect(await rowOf(colleague, ticket)).toMatchObject({ unread: true })
    granted(await agent.emitWithAck('ticket.close', { ticket }))
    expect(await rowOf(colleague, ticket)).toMatchObject({ unread: false, status: 'closed' })
    expect(await agent.emitWithAck('ticket.unread', { ticket })).toMatchObject({ code: 'ticket_closed' })
  })

  it('S-3c a ticket before an agent’s eyes stays read, in a visible window only', async () => {
    const ticket = await readTicket()
    const watcher = (await hub.agent()).socket
    const watches = async (ask: { ticket: string | null; visible: boolean }) => {
      watcher.emit('viewing', ask)
      await watcher.emitWithAck('desk.open', {})
      await watched(ticket, ask.ticket === ticket && ask.visible)
    }
    const unreadAfter = async (text: string) => {
      await send(shopper, text)
      const { unread, last } = await rowOf(agent, ticket)
      if (unread) granted(await agent.emitWithAck('ticket.read', { ticket, n: last }))
      return unread
    }
    await watches({ ticket, visible: true })
    expect(await unreadAfter('Seen as it comes')).toBe(false)
    await watches({ ticket, visible: false })
    expect(await unreadAfter('Into a hidden window')).toBe(true)
    await watches({ ticket, visible: true })
    expect(await unreadAfter('Shown again')).toBe(false)
    await watches({ ticket: null, visible: true })
    expect(await unreadAfter('Gone to another ticket')).toBe(true)
    await watches({ ticket, visible: true })
    watcher.disconnect()
    await watched(ticket, false)
    expect(await unreadAfter('Nobody there')).toBe(true)
  })

  it('S-10a Done closes, for the shopper too; S-10b every agent’s row shows it; a second time changes nothing', async () => {
    const ticket = await readTicket()
    const colleague = hear((await hub.agent()).socket)
    const shown = entries(shopper)
    await load(shopper)
    granted(await agent.emitWithAck('ticket.close', { ticket }))
    await told(colleague, 'ticket.changed', { row: { id: ticket, status: 'closed' } })
    const { last, closedAt } = await rowOf(agent, ticket)
    expect(closedAt).toBe(hub.clock.now())
    granted(await agent.emitWithAck('ticket.close', { ticket }))
    expect(await rowOf(agent, ticket)).toMatchObject({ last })
    expect(shown.filter((event) => event.type === 'status')).toEqual([
      expect.objectContaining({ status: 'closed', by: 'agent', name: null }),
    ])
  })
})
