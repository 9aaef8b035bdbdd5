import { describe, expect, it } from 'vitest'
import type { Routing, RoutingRule } from '../../../server/protocol/routing.ts'
import { type Known, lacks } from '../../../server/protocol/routing-lacks.ts'
import { givenAnew, planFor, type Routed } from '../../../server/tickets/routing.ts'

const known: Known = {
  teams: new Set(['returns', 'vip desk']),
  members: new Set(['priya']),
  tags: new Set(['returns', 'late']),
}
const nothing: RoutingRule['when'] = { channels: [], segments: [], tags: [], languages: [], priority: null, words: [] }
const rule = (when: Partial<RoutingRule['when']>, change: Partial<RoutingRule> = {}): RoutingRule => ({
  id: 'a rule',
  name: 'A rule',
  when: { ...nothing, ...when },
  to: { kind: 'team', team: 'returns', hand: true },
  priority: null,
  ...change,
})
const routing = (...rules: RoutingRule[]): Routing => ({
  roundRobin: true,
  limit: null,
  whenAway: { do: 'keep' },
  rules,
})
const ticket: Routed = {
  channel: 'email',
  locale: 'de-AT',
  segments: ['VIP'],
  tags: ['late'],
  priority: 'normal',
  team: null,
  words: 'Rücksendung\nWhere is my parcel? Größe 42',
}
const fits = (when: Partial<RoutingRule['when']>, change: Partial<Routed> = {}) =>
  planFor(routing(rule(when)), known, { ...ticket, ...change }).rule !== null

describe('a rule', () => {
  it.each<[Partial<RoutingRule['when']>, boolean]>([
    [{}, true],
    [{ channels: ['sms', 'email'] }, true],
    [{ channels: ['sms'] }, false],
    [{ segments: ['vip'] }, true],
    [{ segments: ['wholesale'] }, false],
    [{ tags: ['returns', 'late'] }, true],
    [{ tags: ['returns'] }, false],
    [{ languages: ['de'] }, true],
    [{ languages: ['en', 'pt'] }, false],
    [{ priority: 'normal' }, true],
    [{ priority: 'high' }, false],
    [{ channels: ['email'], segments: ['VIP'], words: ['parcel'] }, true],
    [{ channels: ['email'], segments: ['VIP'], words: ['refund'] }, false],
  ])('D-4b fits by channel, segment, tag, language and priority, all that it asks: %j', (when, expected) => {
    expect(fits(when)).toBe(expected)
  })

  it.each<[string, boolean]>([
    ['parcel', true],
    ['RÜCKSENDUNG', true],
    ['where is my', true],
    ['is  MY, parcel!', true],
    ['parce', false],
    ['cel', false],
    ['größe 42', true],
    ['42', true],
    ['4', false],
    ['???', false],
  ])('D-4b finds words and phrases whole, whatever stands between them: %s', (word, expected) => {
    expect(fits({ words: [word] })).toBe(expected)
  })

  it('D-4b says nothing of a language nobody knows', () => {
    expect(fits({ languages: ['de'] }, { locale: null })).toBe(false)
    expect(fits({}, { locale: null })).toBe(true)
  })
})

describe('the plan', () => {
  it('D-4b the first rule that fits wins', () => {
    const first = rule({ words: ['refund'] }, { id: 'first' })
    const second = rule({ words: ['parcel'] }, { id: 'second', to: { kind: 'agent', agent: 'priya' } })
    const plan = planFor(routing(first, second, rule({}, { id: 'third' })), known, ticket)
    expect(plan).toEqual({ rule: second, team: null, priority: null, to: { agent: 'priya' } })
  })

  it('D-4b a team is given it as a whole, or its members in turn', () => {
    expect(planFor(routing(rule({})), known, ticket)).toMatchObject({ team: 'returns', to: { turnOf: 'returns' } })
    const whole = rule({}, { to: { kind: 'team', team: 'returns', hand: false } })
    expect(planFor(routing(whole), known, ticket)).toMatchObject({ team: 'returns', to: null })
  })

  it('D-4b, S-11 a rule may only say how urgent it is; the rest goes as it would without', () => {
    const urgent = rule({}, { to: { kind: 'usual' }, priority: 'high' })
    expect(planFor(routing(urgent), known, ticket)).toMatchObject({
      priority: 'high',
      team: null,
      to: { turnOf: null },
    })
    expect(planFor({ ...routing(urgent), roundRobin: false }, known, ticket)).toMatchObject({
      priority: 'high',
      to: null,
    })
  })

  it('D-4c what no rule places goes round among all, or among the team it is in; not while that is off', () => {
    const none = { rule: null, team: null, priority: null }
    expect(planFor(routing(), known, ticket)).toEqual({ ...none, to: { turnOf: null } })
    expect(planFor(routing(), known, { ...ticket, team: 'vip desk' })).toEqual({ ...none, to: { turnOf: 'vip desk' } })
    expect(planFor({ ...routing(), roundRobin: false }, known, ticket)).toEqual({ ...none, to: null })
  })

  it('D-4b a rule that names a team, a member or a tag that is gone is skipped, and says which', () => {
    const broken = [
      rule({}, { to: { kind: 'team', team: 'gone', hand: true } }),
      rule({}, { to: { kind: 'agent', agent: 'gone' } }),
      rule({ tags: ['late', 'gone'] }),
    ]
    expect(broken.map((one) => lacks(one, known))).toEqual([['team'], ['agent'], ['tag']])
    const whole = rule({}, { id: 'whole' })
    expect(lacks(whole, known)).toEqual([])
    expect(planFor(routing(...broken, whole), known, ticket).rule).toBe(whole)
  })
})

it('D-4 a ticket is given out anew only where that is wanted, and its agent is away for longer', () => {
  const again = { do: 'again', minutes: 5 } as const
  expect(givenAnew(again, 0, 300_001)).toBe(true)
  expect(givenAnew(again, 0, 300_000)).toBe(false)
  expect(givenAnew(again, null, 300_001)).toBe(false)
  expect(givenAnew({ do: 'keep' }, 0, 300_001)).toBe(false)
})
