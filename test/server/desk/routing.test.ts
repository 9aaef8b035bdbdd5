import { describe, expect, it } from 'vitest'
import { foresight } from '../../../server/protocol/foresight.ts'
import { storedRouting } from '../../../server/protocol/routing.ts'
import { apiToken } from '../installation.ts'
import { granted, openTicket, reply, rowOf, send } from '../talk.ts'
import {
  agent,
  arrives,
  assignee,
  givesOut,
  hub,
  nobodyOnline,
  owner,
  routing,
  rule,
  stored,
  team,
} from './given-out.ts'

givesOut()

describe('routing rules', () => {
  it('D-4b go by segment, words and language to a team, and in turn to those of it who are online', async () => {
    const [anna, ben, carl] = [await agent(), await agent(), await agent()]
    const vip = await team('VIP', anna, ben)
    const rules = [
      rule('Important people', { segments: ['vip'] }, { kind: 'team', team: vip, hand: true }),
      rule('Returns', { words: ['send it back'] }, { kind: 'team', team: vip, hand: false }),
      { ...rule('German', { languages: ['de'] }, { kind: 'agent', agent: carl.id }), priority: 'high' as const },
    ]
    await routing({ rules })
    const first = (await arrives('Hello', { segments: ['VIP', 'Berlin'] })).ticket
    const { ticket: next } = await arrives('Hello', { segments: ['VIP'] })
    expect(new Set([await assignee(first), await assignee(next)])).toEqual(new Set([anna.id, ben.id]))
    const { row, events } = await openTicket(carl.socket, first)
    expect(row.team?.id).toBe(vip)
    expect(events.slice(1, 3)).toMatchObject([
      { type: 'assigned', team: row.team?.name, why: { by: 'rule', rule: 'Important people' } },
      { type: 'assigned', why: { by: 'round_robin' } },
    ])
    expect(await stored((await arrives('May I send it back?')).ticket)).toMatchObject({
      team_id: vip,
      assignee_id: null,
    })
    const german = await rowOf(carl.socket, (await arrives('Hallo', { locale: 'de-DE' })).ticket)
    expect(german).toMatchObject({ assignee: { id: carl.id }, priority: 'high' })
    expect(await stored((await arrives('Hello')).ticket)).toMatchObject({ team_id: null, assignee_id: null })
  })

  it('D-4b a team without members, or with nobody online, has it without an agent; a rule about a removed one is skipped', async () => {
    const here = await agent()
    const offline = await hub.member('support')
    const [empty, asleep, gone] = [await team('Empty'), await team('Asleep', offline), await team('Gone', here)]
    const to = (id: string) => ({ kind: 'team', team: id, hand: true }) as const
    const rules = [
      rule('Gone', {}, to(gone)),
      rule('Empty', { words: ['empty'] }, to(empty)),
      rule('Asleep', { words: ['asleep'] }, to(asleep)),
    ]
    await routing({ rules, roundRobin: true })
    expect(await stored((await arrives('empty')).ticket)).toMatchObject({ team_id: gone, assignee_id: here.id })
    await hub.post(`/api/teams/${gone}`, {}, owner, 'DELETE')
    expect(await stored((await arrives('empty')).ticket)).toMatchObject({ team_id: empty, assignee_id: null })
    expect(await stored((await arrives('asleep')).ticket)).toMatchObject({ team_id: asleep, assignee_id: null })
    expect(await stored((await arrives('else')).ticket)).toMatchObject({ team_id: null, assignee_id: here.id })
  })

  it('D-4b the shop’s own system says which segments a customer is in, too; what it says last is all', async () => {
    const anna = await agent()
    await routing({ rules: [rule('Wholesale', { segments: ['wholesale'] }, { kind: 'agent', agent: anna.id })] })
    const report = (segments: unknown) =>
      hub.post('/api/shop/segments', { of: { customer: 'smith' }, segments }, { authorization: `Bearer ${apiToken}` })
    expect((await report(['Wholesale', 'Wholesale'])).status).toBe(200)
    const smith = await hub.shopper('smith')
    const { ticket } = await send(smith, 'Hello')
    expect(await assignee(ticket)).toBe(anna.id)
    expect((await report([])).status).toBe(200)
    granted(await smith.emitWithAck('conversation.end', { ticket }))
    expect(await assignee((await send(smith, 'Hello again')).ticket)).toBeNull()
    expect((await report(['x'.repeat(81)])).status).toBe(400)
    expect((await hub.post('/api/shop/segments', { of: { customer: 'smith' }, segments: [] })).status).toBe(401)
  })

  it('D-7 a save that began with an older version loses', async () => {
    const { version, routing: now } = storedRouting.parse(await (await hub.get('/api/routing', owner)).json())
    expect((await hub.post('/api/routing', { version, routing: now }, owner, 'PUT')).status).toBe(200)
    expect((await hub.post('/api/routing', { version, routing: now }, owner, 'PUT')).status).toBe(409)
  })
})

it('D-4 “What would happen?” names who would get it and by which rule, gives nobody a turn, and is right', async () => {
  const [one, two] = [await agent(), await agent()]
  const returns = await team('Returns', one, two)
  await routing({ rules: [rule('Back', { words: ['back'] }, { kind: 'team', team: returns, hand: true })] })
  const foreseen = async (text: string) => {
    const ask = { channel: 'web_chat', sender: 'nobody-yet', text, answers: null }
    return foresight.parse(await (await hub.post('/api/settings/foresee', ask, owner)).json()).route
  }
  const said = await foreseen('Back it goes')
  expect(said).toMatchObject({ keeps: false, rule: 'Back', inTurn: true })
  expect(await foreseen('Back it goes')).toEqual(said)
  const { ticket } = await arrives('Back it goes')
  expect((await rowOf(one.socket, ticket)).assignee?.name).toBe(said?.agent)
  expect(await foreseen('Hello')).toMatchObject({ rule: null, team: null, agent: null })
})

describe('an agent who is away', () => {
  it('D-4 keeps their tickets, or, where that is wanted, loses one with its customer’s next message', async () => {
    await routing({ roundRobin: true })
    const [gone, here] = [await agent(), await agent()]
    const { ticket, shopper } = await arrives()
    await hub.db.updateTable('tickets').set({ assignee_id: gone.id }).where('id', '=', ticket).execute()
    granted(await gone.socket.emitWithAck('away.set', { away: true }))
    await hub.advance(11 * 60_000)
    await send(shopper, 'Still there?')
    expect(await assignee(ticket)).toBe(gone.id)

    await routing({ roundRobin: true, whenAway: { do: 'again', minutes: 10 } })
    await send(shopper, 'Hello?')
    expect(await assignee(ticket)).toBe(here.id)
    const { events } = await openTicket(here.socket, ticket)
    expect(events.findLast(({ type }) => type === 'assigned')).toMatchObject({
      to: here.name,
      why: { by: 'round_robin', away: gone.name },
    })
  })

  it('D-4 loses none while a page is only loaded anew, or while nobody else is there', async () => {
    await routing({ roundRobin: true, whenAway: { do: 'again', minutes: 10 } })
    const member = await agent()
    const { ticket, shopper } = await arrives()
    expect(await assignee(ticket)).toBe(member.id)
    member.socket.disconnect()
    await nobodyOnline()
    const other = await agent()
    await hub.advance(9 * 60_000)
    await send(shopper, 'Hello?')
    expect(await assignee(ticket)).toBe(member.id)
    other.socket.disconnect()
    await nobodyOnline()
    await hub.advance(9 * 60_000)
    await send(shopper, 'Hello?')
    expect(await assignee(ticket)).toBe(member.id)
    const back = await agent()
    await reply(back.socket, ticket, 'Hello')
    await send(shopper, 'Thank you')
    expect(await assignee(ticket)).toBe(back.id)
  })
})
