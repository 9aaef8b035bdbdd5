import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channelRules } from '../../../server/tickets/channels/channel-rules.ts'
import { type AttributionEntry, attributions } from '../../../server/tickets/attribution.ts'
import { hour, minute } from './an-arrival.ts'

const day = 24 * hour

/** C, F and a failed one (X) each minute; `in` an inbound, anything else something other. Ids as in C1, in2. */
function thread(...said: string[]): AttributionEntry[] {
  return said.map((word, index) => {
    const id = `${word}${index + 1}`
    const at = index * minute
    if (word === 'C' || word === 'X') return { kind: 'campaign', id, at, failed: word === 'X' }
    if (word === 'F') return { kind: 'flow', id, at, failed: false }
    return { kind: word === 'in' ? 'inbound' : 'other', id, at }
  })
}

const credited = (entries: AttributionEntry[], window = day) => [...attributions(entries, window).values()]

describe('attribution', () => {
  it.each([
    [
      ['C', 'in', 'agent', 'in'],
      ['C1', null],
    ],
    [
      ['C', 'F', 'in', 'in'],
      ['F2', null],
    ],
    [
      ['C', 'in', 'F', 'in'],
      ['C1', 'F3'],
    ],
    [['F', 'C', 'in'], ['C2']],
  ])('M-4c %j gives %j', (said, expected) => {
    expect(credited(thread(...said))).toEqual(expected)
  })

  it.each([
    [['in'], [null]],
    [['in', 'C'], [null]],
    [['C', 'X', 'in'], ['C1']],
    [['X', 'in'], [null]],
    [
      ['C', 'in', 'X', 'in'],
      ['C1', null],
    ],
  ])('M-4a %j gives %j', (said, expected) => {
    expect(credited(thread(...said))).toEqual(expected)
  })

  it.each([
    [['C', 'agent', 'automatic', 'keyword', 'note', 'in'], ['C1']],
    [
      ['C', 'in', 'keyword', 'automatic', 'agent', 'in'],
      ['C1', null],
    ],
  ])('M-4b %j: others neither use it up nor reset it', (said, expected) => {
    expect(credited(thread(...said))).toEqual(expected)
  })

  const pair = (age: number, window = day) =>
    credited(
      [
        { kind: 'campaign', id: 'C', at: 1_000, failed: false },
        { kind: 'inbound', id: 'in', at: 1_000 + age },
      ],
      window,
    )

  it('M-4a exactly the window counts, a millisecond more does not', () => {
    expect([pair(day), pair(day + 1), pair(1), pair(hour + 1, hour)]).toEqual([['C'], [null], ['C'], [null]])
  })

  it('M-4a what is sent at the very moment of the inbound did not stand before it', () => {
    expect(pair(0)).toEqual([null])
  })

  it('M-4a when the last is too old, an older one is not asked', () => {
    const old: AttributionEntry[] = [
      { kind: 'flow', id: 'F', at: 0, failed: false },
      { kind: 'campaign', id: 'C', at: 1, failed: false },
      { kind: 'inbound', id: 'in', at: 2 },
      { kind: 'inbound', id: 'late', at: day + 2 },
    ]
    expect(credited(old)).toEqual(['C', null])
  })

  it('M-4b a late report moves the credit, and a late failure gives it back', () => {
    const [first, reply] = thread('C', 'in')
    if (!first || !reply) throw new Error('no thread')
    const late = attributions([first, reply, { kind: 'flow', id: 'late', at: first.at + 1, failed: false }], day)
    expect([...late]).toEqual([['in2', 'late']])
    const failed = attributions([{ kind: 'campaign', id: 'C1', at: first.at, failed: true }, reply], day)
    expect([...failed]).toEqual([['in2', null]])
  })

  it('M-4a is 24 hours wide unless set otherwise, where campaigns are sent', () => {
    const windows = Object.entries(channelRules).map(([name, { attributionWindow }]) => [name, attributionWindow])
    expect(Object.fromEntries(windows)).toEqual({
      web_chat: null,
      email: day,
      sms: day,
      whatsapp: day,
      instagram: null,
      messenger: null,
    })
  })
})

const entry = fc.record({
  kind: fc.constantFrom('campaign', 'flow', 'inbound', 'inbound', 'other'),
  at: fc.nat({ max: 30 }),
  failed: fc.boolean(),
})
const threads = fc.array(entry, { maxLength: 30, size: 'max' }).map((entries) =>
  entries.map(({ kind, at, failed }, index): AttributionEntry => {
    const id = `e${index}`
    return kind === 'campaign' || kind === 'flow'
      ? { kind, id, at, failed }
      : { kind: kind === 'inbound' ? kind : 'other', id, at }
  }),
)

describe('over random threads', () => {
  it('M-4a no campaign or flow message is credited twice, none that failed, none older than the window or later', () => {
    fc.assert(
      fc.property(threads, fc.nat({ max: 20 }), (entries, window) => {
        const byId = new Map(entries.map((one) => [one.id, one]))
        const credits = [...attributions(entries, window)].filter(([, to]) => to !== null)
        expect(new Set(credits.map(([, to]) => to)).size).toBe(credits.length)
        for (const [inbound, to] of credits) {
          const [from, answer] = [byId.get(to ?? ''), byId.get(inbound)]
          if (!from || !answer || !('failed' in from)) throw new Error('credited to nothing that was sent')
          expect(from.failed).toBe(false)
          expect(answer.at - from.at).toBeGreaterThan(0)
          expect(answer.at - from.at).toBeLessThanOrEqual(window)
          const between = entries.filter(
            (one) => 'failed' in one && !one.failed && one.at > from.at && one.at < answer.at,
          )
          expect(between).toEqual([])
        }
      }),
      { seed: 1, numRuns: 1_000 },
    )
  })

  it('M-4b the order in which reports come in changes nothing', () => {
    const shuffled = threads.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
    )
    fc.assert(
      fc.property(shuffled, ([entries, others]) => {
        const one = Object.fromEntries(attributions(entries, 10))
        expect(Object.fromEntries(attributions(others, 10))).toEqual(one)
      }),
      { seed: 2, numRuns: 500 },
    )
  })

  it('M-4b other messages change nothing', () => {
    fc.assert(
      fc.property(threads, (entries) => {
        const without = entries.filter(({ kind }) => kind !== 'other')
        expect(attributions(without, 10)).toEqual(attributions(entries, 10))
      }),
      { seed: 3, numRuns: 500 },
    )
  })
})
