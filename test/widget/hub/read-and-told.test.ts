import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Chat, createChat } from '../../../widget/hub/chat.ts'
import { browserWorld } from '../../../widget/thread/world.ts'
import { eventually } from '../../eventually.ts'
import { fakeDisk, fakeLocks } from '../thread/fake-world.ts'
import { fakeDesk } from './fake-desk.ts'

let desk: Awaited<ReturnType<typeof fakeDesk>>
let chat: Chat

beforeEach(async () => {
  desk = await fakeDesk()
})
afterEach(async () => {
  chat.dispose()
  await desk.stop()
})

/** A tab of a shopper, connected. */
async function begin() {
  const identity = `e30.${btoa(JSON.stringify({ sub: 'mireille' }))}.x`
  chat = createChat({
    base: `${desk.url}/`,
    identity,
    renew: async () => identity,
    person: { id: 'mireille', name: '' },
    world: { ...browserWorld(), store: fakeDisk().tab(), lock: fakeLocks() },
  })
  await eventually(() => expect(chat.ready.value).toBe(true))
}
async function say(text: string) {
  chat.outbox.add(text)
  await eventually(() => expect(chat.outbox.items.value).toEqual([]))
}
/** What stands on the screen, line by line. */
const screen = () =>
  [...chat.past.value, ...chat.current.value.thread.entries.value].flatMap((entry) =>
    entry.kind === 'group' ? entry.bubbles.map(({ text }) => text) : entry.kind === 'status' ? 'ended' : [],
  )

it('W-7, R-6 what is told while the conversation is read stays, though the answer is older', async () => {
  desk.asksForAddress()
  desk.says({ open: true, changesAt: null })
  await begin()
  await say('Hello')
  const asked = desk.asked.length
  const release = desk.holdAnswers()
  const read = chat.current.value.thread.resume()
  await eventually(() => expect(desk.asked.length).toBeGreaterThan(asked))
  desk.tell('chat.visible', { on: true, hours: { open: false, changesAt: null } })
  desk.tell('address.left', { email: 'ida@post.example' })
  await eventually(() => expect(chat.left.value).toBe('ida@post.example'))
  release()
  await read
  expect([chat.hours.value?.open, chat.left.value]).toEqual([false, 'ida@post.example'])
})

it('W-2 chat that was switched on again while the connection was away is offered again', async () => {
  await begin()
  desk.tell('chat.visible', { on: false, hours: null })
  await eventually(() => expect(chat.on.value).toBe(false))
  desk.shut()
  await eventually(() => expect(chat.state.value).not.toBe('online'))
  desk.letIn()
  await eventually(() => expect([chat.state.value, chat.on.value]).toEqual(['online', true]))
})

it('T-1 one that began in another tab is shown, though it could not be read when it was first told of', async () => {
  await begin()
  await say('One')
  desk.close()
  await eventually(() => expect(chat.current.value.ended.value).toBe(true))
  desk.refuseOnce('conversation.sync', 'too_fast', true, (ask) => ask.includes('"ticket":null'))
  const asked = desk.asked.length
  desk.write({ text: 'Two', from: 'customer', name: null })
  await eventually(() => expect(desk.asked.length).toBeGreaterThan(asked))
  desk.write({ text: 'Three' })
  await eventually(() => expect(screen()).toEqual(['One', 'ended', 'Two', 'Three']))
})
