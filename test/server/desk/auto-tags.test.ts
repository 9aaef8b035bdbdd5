import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AgentSocket, type Installation, startInstallation } from '../installation.ts'
import { granted, load, openTicket, rowOf, say, send } from '../talk.ts'

let hub: Installation
let agent: AgentSocket
let shoppers = 0

beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings((settings) => ({ ...settings, tagging: { ...settings.tagging, on: true } }))
  agent = (await hub.agent()).socket
})
afterAll(() => hub.close())

const label = 'Hello, I want to send the shoes back, where do I find the return label?'
const parcel = 'And where is my other parcel? The tracking has not moved for days, has it been shipped?'

async function shopper() {
  return hub.shopper(`shopper-${++shoppers}`)
}
const names = async (ticket: string) => (await rowOf(agent, ticket)).tags.map(({ name }) => name).toSorted()
const lines = async (ticket: string) =>
  (await openTicket(agent, ticket)).events.flatMap((event) => (event.type === 'tags' ? [event] : []))

async function tagOf(ticket: string, name: string) {
  const tag = (await rowOf(agent, ticket)).tags.find((one) => one.name === name)
  if (tag === undefined) throw new Error(`The ticket has no tag ${name}.`)
  return tag.id
}

describe('automatic tags', () => {
  it('D-5 stand on a ticket from its first message on, with a line that says so; the shopper hears nothing', async () => {
    const clara = await shopper()
    const { ticket } = await send(clara, label)
    expect(await names(ticket)).toEqual(['Returns'])
    expect(await lines(ticket)).toMatchObject([{ added: ['Returns'], removed: [], name: null, automatic: true }])
    expect((await load(clara)).events).toHaveLength(1)
  })

  it('D-5 a later message brings a clear new topic, and none that stands already or is unclear', async () => {
    const clara = await shopper()
    const { ticket } = await send(clara, label)
    await send(clara, 'ok, thanks')
    await send(clara, label)
    expect(await lines(ticket)).toHaveLength(1)
    await send(clara, parcel)
    expect(await names(ticket)).toEqual(['Order status', 'Returns'])
    expect(await lines(ticket)).toHaveLength(2)
  })

  it('D-5 what an agent took off does not come back, and teaches; undo takes that back', async () => {
    const clara = await shopper()
    const { ticket } = await send(clara, label)
    const tag = await tagOf(ticket, 'Returns')
    const before = await hub.db.selectFrom('taught_words').selectAll().orderBy('word').execute()
    const taken = granted(await agent.emitWithAck('ticket.tag', { ticket, add: [], remove: [tag] }))
    expect(await hub.db.selectFrom('taught_words').selectAll().where('word', '=', 'shoes').execute()).toEqual([
      { label: 'returns', word: 'shoes', yes: 0, no: 1 },
    ])
    await send(clara, label)
    expect(await names(ticket)).toEqual([])
    if (taken.step === null) throw new Error('Nothing was done.')
    granted(await agent.emitWithAck('ticket.undo', { ticket, step: taken.step }))
    expect(await hub.db.selectFrom('taught_words').selectAll().orderBy('word').execute()).toEqual(before)
  })

  it('D-5 a topic’s tag is an ordinary one: it keeps a new name, and deleted it is switched off', async () => {
    const { ticket } = await send(await shopper(), label)
    const tag = await tagOf(ticket, 'Returns')
    const manager = await hub.member('manager')
    const renamed = await hub.post(`/api/tags/${tag}`, { name: 'Send-backs' }, { cookie: manager.cookie }, 'PATCH')
    expect(renamed.ok, await renamed.text()).toBe(true)
    const second = await send(await shopper(), label)
    expect(await names(second.ticket)).toEqual(['Send-backs'])
    const gone = await hub.post(`/api/tags/${tag}`, {}, { cookie: manager.cookie }, 'DELETE')
    expect(gone.ok).toBe(true)
    const third = await send(await shopper(), label)
    expect(await names(third.ticket)).toEqual([])
  })

  it('D-5 the same message twice tags once, however it came', async () => {
    const clara = await shopper()
    const message = say('My lamp arrived broken, one part is missing')
    const { ticket } = granted(await clara.emitWithAck('message.send', message))
    granted(await clara.emitWithAck('message.send', message))
    expect(await names(ticket)).toEqual(['Damaged or wrong item'])
    expect(await lines(ticket)).toHaveLength(1)
  })
})
