import { describe, expect, it } from 'vitest'
import type { Refused } from '../../server/protocol/errors.ts'
import { untilTold } from '../../server/inbox/until-told.ts'
import { fakeLink, fakeWorld } from './fake-link.ts'

/** Asks of a desk whose answers are given in turn; `pass` lets the pause pass. */
function asking(...answers: ({ ok: true } | Refused)[]) {
  const { link, state } = fakeLink()
  const world = fakeWorld()
  let asked = 0
  const told = untilTold(link, world, () => Promise.resolve(answers[asked++] ?? { ok: true }))
  const pass = async () => {
    const [timer] = world.timers.splice(0)
    timer?.what()
    await Promise.resolve()
    await Promise.resolve()
  }
  return { ...told, state, pass, waiting: () => world.timers.length, asked: () => asked }
}
const busy: Refused = { ok: false, code: 'unavailable', retry: true }
const never: Refused = { ok: false, code: 'forbidden', retry: false }

describe('what a page cannot do without', () => {
  it('S-5, D-4 is asked for again after a pause while the desk cannot tell, and then no more', async () => {
    const { now, pass, waiting, asked } = asking(busy, busy, { ok: true })
    await now()
    await pass()
    expect([asked(), waiting()]).toEqual([2, 1])
    await pass()
    expect([asked(), waiting()]).toEqual([3, 0])
  })

  it('S-5, D-4 is not asked for where the desk says no for good, without a connection, or once the page is closed', async () => {
    const no = asking(never)
    await no.now()
    const away = asking(busy)
    away.state.value = 'offline'
    await away.now()
    const closed = asking(busy)
    await closed.now()
    closed.close()
    expect([no.waiting(), away.waiting(), closed.waiting()]).toEqual([0, 0, 0])
  })

  it('S-5, D-4 is asked for once by several who want it at a time', async () => {
    const { now, waiting } = asking(busy, busy)
    await Promise.all([now(), now()])
    expect(waiting()).toBe(1)
  })
})
