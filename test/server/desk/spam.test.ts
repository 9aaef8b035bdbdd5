import { randomUUID } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { putOrder } from '../../../server/store/orders.ts'
import type { Settings } from '../../../server/protocol/settings.ts'
import type { AgentSocket, Installation } from '../installation.ts'
import { granted, openTicket, reply, rowOf, send } from '../talk.ts'
import { startSms, text } from '../text-messages.ts'
import { eventually } from '../../eventually.ts'

const prize = 'URGENT! You have WON a £1000 prize. Call 09061701461 now to claim. 150ppm 18+'
const who = 'Ulla'
const stranger = '+4930231251099'

async function desk(own: Partial<Settings['sms']> = {}) {
  const made = await startSms(own)
  onTestFinished(() => made.hub.close())
  const { socket } = await made.hub.agent('support', who)
  return { ...made, agent: socket }
}

const rows = async (agent: AgentSocket, view: 'all' | 'spam' | 'unassigned') =>
  granted(await agent.emitWithAck('list.read', { view, status: 'any', sort: 'newest', after: null })).rows

async function newest(agent: AgentSocket, view: 'all' | 'spam') {
  const [row] = await rows(agent, view)
  if (row === undefined) throw new Error(`There is no ticket in ${view}.`)
  return row
}

const counts = async (agent: AgentSocket) => granted(await agent.emitWithAck('desk.open', {})).counts

const taught = (hub: Installation) =>
  hub.db.selectFrom('taught_words').selectAll().orderBy('label').orderBy('word').execute()
const lessons = (hub: Installation) => hub.db.selectFrom('lessons').select(['label', 'yes']).execute()

describe('what the scanner marks', () => {
  it('S-8 stands only in Spam with its explanation, and nobody counts, hears, answers or tags it', async () => {
    const { hub, agent, sent } = await desk({ autoresponder: { audience: 'everybody', text: 'Thank you.' } })
    await hub.settings((settings) => ({
      ...settings,
      sms: { ...settings.sms },
      tagging: { ...settings.tagging, on: true },
    }))
    await send(await hub.shopper('clara'), 'Hello')
    const before = await counts(agent)
    const heard: unknown[] = []
    agent.on('message.arrived', (event) => heard.push(event))

    await text(hub, stranger, prize)
    const { id } = await newest(agent, 'spam')
    expect((await rows(agent, 'all')).map((row) => row.id)).not.toContain(id)
    expect((await rows(agent, 'unassigned')).map((row) => row.id)).not.toContain(id)
    const { row, events } = await openTicket(agent, id)
    expect(row).toMatchObject({
      spam: true,
      unread: false,
      assignee: null,
      tags: [],
      waitingSince: null,
      campaigns: [],
    })
    expect(events).toMatchObject([{ type: 'message' }, { type: 'spam', on: true, name: null }])
    const [, mark] = events
    const why = mark?.type === 'spam' ? (mark.why ?? []) : []
    expect(why.length).toBeGreaterThan(2)
    expect(why[0]?.weight).toBeGreaterThan(0)
    expect(await counts(agent)).toEqual({ ...before, spam: before.spam + 1 })
    expect(sent()).toEqual([])
    expect(heard).toEqual([])
  })

  it('S-8 comes back with the next clean message: open, unread, to be routed, tagged, and without a late answer', async () => {
    const { hub, agent, sent } = await desk()
    await text(hub, stranger, prize)
    const { id } = await newest(agent, 'spam')
    await text(hub, stranger, 'Sorry, that went to the wrong number. Where is my parcel? Order 8812')
    expect(await rowOf(agent, id)).toMatchObject({ spam: false, status: 'open', unread: true })
    const { events } = await openTicket(agent, id)
    expect(events.map((event) => event.type)).toEqual(['message', 'spam', 'message', 'spam'])
    expect(events.at(-1)).toMatchObject({ type: 'spam', on: false, name: null })
    expect(sent()).toEqual([])
  })

  it('S-8 W-12a “Not spam” lets the customer wait from their message on, in the order of the list too', async () => {
    const { hub, agent } = await desk()
    await text(hub, stranger, prize)
    const { id } = await newest(agent, 'spam')
    const since = hub.clock.now()
    await hub.advance(2 * 60 * 60_000)
    const waits: unknown[] = []
    agent.on('ticket.waits', (event) => waits.push(event))
    granted(await agent.emitWithAck('ticket.spam', { ticket: id, on: false }))
    expect(await rowOf(agent, id)).toMatchObject({ status: 'open', unread: true, waitingSince: since })
    await hub.advance(1_000)
    await eventually(() => expect(waits).toMatchObject([{ ticket: id, mark: 'marked' }]))
  })

  it('S-8 S-1f nobody is told of spam when its snooze is over', async () => {
    const { hub, agent } = await desk()
    await text(hub, stranger, prize)
    const { id } = await newest(agent, 'spam')
    granted(await agent.emitWithAck('ticket.snooze', { ticket: id, until: hub.clock.now() + 60_000 }))
    const heard: unknown[] = []
    agent.on('snooze.over', (event) => heard.push(event))
    const back = new Promise<void>((resolve) => {
      agent.on('ticket.changed', ({ row }) => row.id === id && row.status === 'open' && resolve())
    })
    await hub.advance(60_000)
    await back
    expect(await rowOf(agent, id)).toMatchObject({ status: 'open', unread: false, spam: true })
    expect(heard).toEqual([])
  })

  it('S-8 never hides whoever an agent has answered, who has ordered or was cleared', async () => {
    const { hub, agent } = await desk()
    await text(hub, '+4930231251001', 'JOIN')
    await text(hub, '+4930231251001', 'Hello, one question')
    const answered = (await newest(agent, 'all')).id
    await reply(agent, answered, 'Yes?')
    granted(await agent.emitWithAck('ticket.close', { ticket: answered }))
    await text(hub, '+4930231251001', prize)
    expect(await rowOf(agent, answered)).toMatchObject({ spam: false, status: 'open', unread: true })

    await text(hub, stranger, prize)
    const cleared = (await newest(agent, 'spam')).id
    granted(await agent.emitWithAck('ticket.spam', { ticket: cleared, on: false }))
    granted(await agent.emitWithAck('ticket.close', { ticket: cleared }))
    await text(hub, stranger, prize)
    expect(await rowOf(agent, cleared)).toMatchObject({ spam: false, unread: true })

    await text(hub, '+4930231251003', 'Hello')
    const buyer = await newest(agent, 'all')
    granted(await agent.emitWithAck('ticket.close', { ticket: buyer.id }))
    const at = hub.clock.now()
    const order = { id: randomUUID(), number: '1', status: 'paid', currency: 'EUR', total: '1.00', lines: [] } as const
    const told = { ...order, trackingUrl: null, statusUrl: null, placedAt: at, updatedAt: at }
    await putOrder(hub.db, 'o1', buyer.customer.id, { ...told, lines: [] })
    await text(hub, '+4930231251003', prize)
    expect(await rows(agent, 'spam')).toEqual([])
  })

  it('S-8 is no web chat, whose writers are signed in, and nothing where it is switched off', async () => {
    const { hub, agent } = await desk()
    await send(await hub.shopper('clara'), prize)
    expect(await rows(agent, 'spam')).toEqual([])
    await hub.settings((settings) => ({ ...settings, scanner: { ...settings.scanner, sms: false } }))
    await text(hub, stranger, prize)
    expect(await rows(agent, 'spam')).toEqual([])
  })
})

describe('teaching', () => {
  it('S-8 “Spam” and “Not spam” are learned once a ticket, and undo takes them back to the last word', async () => {
    const { hub, agent } = await desk()
    const nothing = await taught(hub)
    await text(hub, stranger, 'We sell wooden pallets at factory price, ask for our catalogue')
    const { id: ticket } = await newest(agent, 'all')
    const marked = granted(await agent.emitWithAck('ticket.spam', { ticket, on: true }))
    const after = await taught(hub)
    expect(await lessons(hub)).toEqual([{ label: 'spam', yes: true }])
    expect(after).toContainEqual({ label: 'spam', word: 'pallets', yes: 1, no: 0 })
    expect(after).toContainEqual({ label: 'spam', word: '', yes: 1, no: 0 })

    const back = granted(await agent.emitWithAck('ticket.spam', { ticket, on: false }))
    expect(await taught(hub)).toContainEqual({ label: 'spam', word: 'pallets', yes: 0, no: 1 })
    if (back.step === null || marked.step === null) throw new Error('Nothing was done.')
    granted(await agent.emitWithAck('ticket.undo', { ticket, step: back.step }))
    expect(await taught(hub)).toEqual(after)
    granted(await agent.emitWithAck('ticket.undo', { ticket, step: marked.step }))
    expect([await taught(hub), await lessons(hub)]).toEqual([nothing, []])
  })

  it('S-8 what was marked often enough is found by the scanner the next time', async () => {
    const { hub, agent } = await desk()
    const offer = 'We sell wooden pallets at a factory price of £9, ask for our catalogue'
    const ticketOf = async (number: string) => {
      const all = [...(await rows(agent, 'all')), ...(await rows(agent, 'spam'))]
      return all.find(({ customer }) => customer.name === number)
    }
    for (const n of [1, 2, 3, 4, 5, 6]) {
      await text(hub, `+493023125110${n}`, offer)
      const row = await ticketOf(`+493023125110${n}`)
      if (row === undefined) throw new Error('There is no ticket.')
      if (!row.spam) granted(await agent.emitWithAck('ticket.spam', { ticket: row.id, on: true }))
    }
    await text(hub, stranger, offer)
    const row = await ticketOf(stranger)
    expect(row?.spam).toBe(true)
    const { events } = await openTicket(agent, row?.id ?? '')
    expect(events.find((event) => event.type === 'spam')).toMatchObject({ on: true, name: null })
    // The first was not.
    expect((await openTicket(agent, (await ticketOf('+4930231251101'))?.id ?? '')).events).toMatchObject([
      { type: 'message' },
      { type: 'spam', on: true, name: who },
    ])
  })
})
