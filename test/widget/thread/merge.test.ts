import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ThreadEvent } from '../../../server/protocol/thread.ts'
import { applyEvent, applyPage, emptyLog, prepend, type Log } from '../../../widget/thread/merge.ts'

const event = (n: number): ThreadEvent => ({ type: 'seen', n, at: n, by: 'agent', upTo: 0 })
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => event(from + i))
const numbers = (log: Log) => log.events.map((one) => one.n)

describe('the gapless window of a thread', () => {
  it('applies the next entry, drops what it has, and asks for the rest on a gap', () => {
    const one = applyEvent(emptyLog, event(1))
    expect(one).toEqual({ log: { events: [event(1)], first: 1, last: 1 }, need: false })
    expect(applyEvent(one.log, event(1))).toEqual({ log: one.log, need: false })
    expect(applyEvent(one.log, event(3))).toEqual({ log: one.log, need: true })
    expect(applyEvent(emptyLog, event(2))).toEqual({ log: emptyLog, need: true })
  })

  it('D-2 takes the last page wherever it starts and grows backwards without a gap', () => {
    const log = applyPage(emptyLog, range(51, 60))
    expect([log.first, log.last]).toEqual([51, 60])
    expect(prepend(log, range(41, 49))).toBe(log)
    expect(numbers(prepend(log, range(41, 52)))).toEqual(numbers({ ...log, events: range(41, 60) }))
  })

  it('ends with every entry once and in order, whatever was lost, doubled or overtaken on the way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.tuple(fc.nat(100), fc.constantFrom('live', 'sync', 'page')), { maxLength: 120 }),
        fc.integer({ min: 1, max: 7 }),
        (size, steps, page) => {
          const server = range(1, size)
          let log = emptyLog
          for (const [pick, how] of steps) {
            // The server has come to entry `now` when this arrives.
            const now = 1 + (pick % size)
            if (how === 'live') log = applyEvent(log, event(now)).log
            if (how === 'sync') log = applyPage(log, server.slice(log.last, Math.min(now, log.last + page)))
            if (how === 'page') log = applyPage(log, range(Math.max(1, now - page), now))
            expect(numbers(log)).toEqual(numbers({ ...log, events: log.last ? range(log.first, log.last) : [] }))
          }
          log = applyPage(log, server.slice(log.last))
          log = prepend(log, server.slice(0, log.first - 1))
          expect(log.events).toEqual(server)
        },
      ),
    )
  })
})
