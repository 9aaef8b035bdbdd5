import { describe, expect, it, onTestFinished } from 'vitest'
import { apiToken, type AgentSocket, type Installation } from '../installation.ts'
import { granted, openTicket } from '../talk.ts'
import { startSms, text } from '../text-messages.ts'

const hannes = '+4930231251001'
const minute = 60_000
const hour = 60 * minute

async function desk() {
  const { hub } = await startSms()
  onTestFinished(() => hub.close())
  const { socket } = await hub.agent()
  return { hub, agent: socket }
}

const post = (hub: Installation, path: string, body: object, token = apiToken) =>
  fetch(`${hub.url}/api/shop/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })

/** The marketing tool tells of a message it sent now, or when it says. */
async function sent(hub: Installation, id: string, kind: 'campaign' | 'flow', more: object = {}) {
  const report = {
    id,
    kind,
    name: id,
    channel: 'sms',
    to: { phone: hannes },
    text: 'News',
    at: hub.clock.now(),
    ...more,
  }
  const answer = await post(hub, 'messages', report)
  if (!answer.ok) throw new Error(await answer.text())
}

const rows = async (agent: AgentSocket) =>
  granted(await agent.emitWithAck('list.read', { view: 'all', status: 'any', sort: 'newest', after: null })).rows

/** For each inbound of the one ticket, the name of what it is credited to. */
async function credits(agent: AgentSocket) {
  const [row] = await rows(agent)
  if (row === undefined) throw new Error('There is no ticket.')
  const { events } = await openTicket(agent, row.id)
  const { messages } = granted(await agent.emitWithAck('ticket.marketing', { ticket: row.id, from: 0 }))
  return events.flatMap((event) =>
    event.type === 'message' && event.from === 'customer'
      ? [messages.find(({ answeredBy }) => answeredBy === event.id)?.name ?? 'none']
      : [],
  )
}

/** Plays a sequence, a minute apart: C1 a campaign, F1 a flow, `in` a message of the customer. */
async function play(hub: Installation, ...steps: string[]) {
  for (const step of steps) {
    await hub.advance(minute)
    if (step === 'in') await text(hub, hannes, 'Hello')
    else await sent(hub, step, step.startsWith('C') ? 'campaign' : 'flow')
  }
}

describe('a marketing message', () => {
  it('D-2, T-7 stands in the thread, also from before the ticket, and opens and wakes nothing', async () => {
    const { hub, agent } = await desk()
    await sent(hub, 'C1', 'campaign', { text: 'Autumn sale' })
    expect(await rows(agent)).toEqual([])
    await hub.advance(25 * hour)
    await text(hub, hannes, 'Is it over?')
    const [row] = await rows(agent)
    granted(await agent.emitWithAck('ticket.close', { ticket: row?.id ?? '' }))
    await sent(hub, 'C2', 'campaign')
    expect((await rows(agent))[0]).toMatchObject({ status: 'closed', unread: false })
    const { messages } = granted(await agent.emitWithAck('ticket.marketing', { ticket: row?.id ?? '', from: 0 }))
    expect(messages.map(({ name, text: words, answeredBy }) => [name, words, answeredBy])).toEqual([
      ['C1', 'Autumn sale', null],
      ['C2', 'News', null],
    ])
  })

  it.each([
    [
      ['C1', 'in', 'in'],
      ['C1', 'none'],
    ],
    [
      ['C1', 'F1', 'in', 'in'],
      ['F1', 'none'],
    ],
    [
      ['C1', 'in', 'F1', 'in'],
      ['C1', 'F1'],
    ],
    [['F1', 'C1', 'in'], ['C1']],
  ])('M-4 %j credits %j', async (steps, credited) => {
    const { hub, agent } = await desk()
    await play(hub, ...steps)
    expect(await credits(agent)).toEqual(credited)
  })

  it('M-4 a late report, and a late failure, are judged as if they had come in time', async () => {
    const { hub, agent } = await desk()
    await play(hub, 'C1', 'in', 'in')
    await sent(hub, 'F1', 'flow', { at: hub.clock.now() - 30_000 })
    expect(await credits(agent)).toEqual(['C1', 'F1'])
    await sent(hub, 'C1', 'campaign', { failed: true })
    expect(await credits(agent)).toEqual(['none', 'F1'])
    await sent(hub, 'F1', 'flow', { failed: true })
    expect(await credits(agent)).toEqual(['none', 'none'])
  })

  it('M-4 exactly 24 hours count, a millisecond more does not', async () => {
    const { hub, agent } = await desk()
    await sent(hub, 'C1', 'campaign')
    await hub.advance(24 * hour)
    await text(hub, hannes, 'Just in time')
    await sent(hub, 'C2', 'campaign')
    await hub.advance(24 * hour + 1)
    await text(hub, hannes, 'Too late')
    expect(await credits(agent)).toEqual(['C1', 'none'])
  })

  it('M-4, S-9 a blocked sender and a keyword use nothing up', async () => {
    const { hub, agent } = await desk()
    await text(hub, hannes, 'Hello')
    const [row] = await rows(agent)
    await play(hub, 'C1')
    await text(hub, hannes, 'HELP')
    const customer = row?.customer.id ?? ''
    granted(await agent.emitWithAck('customer.block', { customer }))
    await play(hub, 'in')
    granted(await agent.emitWithAck('customer.unblock', { customer }))
    await play(hub, 'in')
    expect(await credits(agent)).toEqual(['none', 'none', 'C1'])
  })

  it('P-4 told twice at once is one; without the token nobody tells anything', async () => {
    const { hub, agent } = await desk()
    await Promise.all(Array.from({ length: 10 }, () => sent(hub, 'C1', 'campaign')))
    await play(hub, 'in')
    expect(await credits(agent)).toEqual(['C1'])
    const report = { id: 'C2', kind: 'campaign', name: 'C2', channel: 'sms', to: { phone: hannes }, text: '', at: 1 }
    expect((await post(hub, 'messages', report, 'wrong')).status).toBe(401)
    expect((await post(hub, 'messages', { ...report, to: {} })).status).toBe(400)
    expect((await post(hub, 'messages', { ...report, at: 'yesterday' })).status).toBe(400)
  })
})

describe('a consent that the shop reports', () => {
  it('M-3, R-2 opens the composer, never lifts a STOP and lowers nothing', async () => {
    const { hub, agent } = await desk()
    const report = (consent: string) => post(hub, 'consents', { channel: 'sms', to: { phone: hannes }, consent })
    const refused = async () => (await rows(agent))[0]?.reply.offered[0]?.refused
    await text(hub, hannes, 'Hello')
    expect(await refused()).toBe('no_consent')
    expect((await report('transactional')).status).toBe(200)
    expect(await refused()).toBeNull()
    await text(hub, hannes, 'STOP')
    await report('marketing')
    expect(await refused()).toBe('opted_out')
  })
})
