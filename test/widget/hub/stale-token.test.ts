import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Chat, createChat } from '../../../widget/hub/chat.ts'
import { browserWorld } from '../../../widget/thread/world.ts'
import { eventually } from '../../eventually.ts'
import { fakeDisk, fakeLocks } from '../thread/fake-world.ts'
import { fakeDesk } from './fake-desk.ts'

vi.setConfig({ testTimeout: 20_000 })

const token = `e30.${btoa(JSON.stringify({ sub: 'mireille' }))}.x`
const seen = { pauses: [] as number[], renewed: 0, stale: 0 }

let desk: Awaited<ReturnType<typeof fakeDesk>>
let disk: ReturnType<typeof fakeDisk>
let chat: Chat
/** A page that hands out the same token whenever it is asked; `patience` is how it waits. */
function visit(patience: (ms: number) => number) {
  const world = browserWorld()
  chat = createChat({
    base: `${desk.url}/`,
    identity: token,
    renew: async () => {
      seen.renewed++
      return token
    },
    stale: () => seen.stale++,
    person: { id: 'mireille', name: '' },
    world: {
      ...world,
      store: disk.tab(),
      lock: fakeLocks(),
      random: () => 0.5,
      after(ms, what) {
        seen.pauses.push(ms)
        return world.after(patience(ms), what)
      },
    },
  })
}

beforeEach(async () => {
  desk = await fakeDesk()
  disk = fakeDisk()
  Object.assign(seen, { pauses: [], renewed: 0, stale: 0 })
  desk.refuseAtDoor('signed_out')
})
afterEach(async () => {
  chat.dispose()
  await desk.stop()
})

it('W-1 a token that ran out is renewed; refused again and again, less and less often, and then no more', async () => {
  visit(() => 0)
  chat.outbox.add('kept')
  await eventually(() => expect(chat.state.value).toBe('signed_out'))
  expect(seen).toEqual({ pauses: [0, 3_000, 10_000, 30_000], renewed: 4, stale: 1 })
  expect(desk.tokens).toHaveLength(5)
  expect(disk.kept.size).toBe(1)
})

it('W-1 one that is taken after a while goes on, with what was written meanwhile', async () => {
  visit((ms) => ms)
  chat.outbox.add('patience')
  await eventually(() => expect(desk.tokens).toHaveLength(2))
  expect(chat.state.value).toBe('offline')
  desk.refuseAtDoor(null)
  chat.hurry()
  await eventually(() => expect(desk.running()?.events).toMatchObject([{ text: 'patience' }]))
})
