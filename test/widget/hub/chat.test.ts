import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createChat, type Chat } from '../../../widget/hub/chat.ts'
import { fakeDisk, fakeLocks } from '../thread/fake-world.ts'
import { browserWorld } from '../../../widget/thread/world.ts'
import { fakeDesk } from './fake-desk.ts'
import { eventually } from '../../eventually.ts'

const token = (sub: string) => `e30.${btoa(JSON.stringify({ sub, name: 'Mireille Fontaine' }))}.x`

vi.setConfig({ testTimeout: 20_000 })

let desk: Awaited<ReturnType<typeof fakeDesk>>
let disk: ReturnType<typeof fakeDisk>
let lock: ReturnType<typeof fakeLocks>
const open: Chat[] = []

beforeEach(async () => {
  desk = await fakeDesk()
  disk = fakeDisk()
  lock = fakeLocks()
})
afterEach(async () => {
  for (const chat of open.splice(0)) chat.dispose()
  await desk.stop()
})

/** One tab of a shopper. */
function tab(sub = 'mireille', renew = async (): Promise<string | null> => token(sub)) {
  const world = { ...browserWorld(), store: disk.tab(), lock }
  const chat = createChat({
    base: `${desk.url}/`,
    identity: token(sub),
    renew,
    person: { id: sub, name: '' },
    world,
  })
  open.push(chat)
  return chat
}

/** What stands on the screen, line by line. */
function screen(chat: Chat): string[] {
  return [...chat.past.value, ...chat.current.value.thread.entries.value].flatMap((entry) => {
    if (entry.kind === 'group') return entry.bubbles.map(({ text }) => `${entry.mine ? 'me' : entry.name}: ${text}`)
    if (entry.kind === 'automatic') return [`auto: ${entry.message.text}`]
    return entry.kind === 'status' ? ['ended'] : []
  })
}
/** Writes, and waits until the desk has it and its echo stands here. */
async function say(chat: Chat, text: string) {
  chat.outbox.add(text)
  await eventually(() => expect(chat.outbox.items.value).toEqual([]))
}
const states = (chat: Chat) =>
  chat.current.value.thread.entries.value.flatMap((entry) => (entry.kind === 'group' ? [entry.delivery.state] : []))
const ready = (chat: Chat) => eventually(() => expect(chat.ready.value).toBe(true))
const shows = (chat: Chat, lines: string[]) => eventually(() => expect(screen(chat)).toEqual(lines))

describe('a conversation in the drawer', () => {
  it('T-1 begins with the first message and goes on in every tab', async () => {
    const [a, b] = [tab(), tab()]
    await Promise.all([ready(a), ready(b)])
    await say(a, 'Hello')
    await shows(a, ['me: Hello'])
    await shows(b, ['me: Hello'])
    desk.write({ text: 'Hi!' })
    await shows(a, ['me: Hello', 'Jonas: Hi!'])
    await say(b, 'From the other tab')
    await shows(a, ['me: Hello', 'Jonas: Hi!', 'me: From the other tab'])
    await shows(b, screen(a))
    expect(desk.tickets).toHaveLength(1)
  })

  it('W-6 is there after a reload while it runs, with what came meanwhile', async () => {
    desk.write({ text: 'Hello', from: 'customer', name: null })
    desk.write({ text: 'Hi!' })
    const chat = tab()
    await shows(chat, ['me: Hello', 'Jonas: Hi!'])
    expect(chat.current.value.thread.unread.value).toBe(1)
  })

  it('W-6 stays readable when it ends, and the next message starts a new one below it', async () => {
    const chat = tab()
    await ready(chat)
    await say(chat, 'One')
    await shows(chat, ['me: One'])
    desk.close()
    await eventually(() => expect(chat.current.value.ended.value).toBe(true))
    await say(chat, 'Two')
    await shows(chat, ['me: One', 'ended', 'me: Two'])
    await eventually(() => expect(desk.tickets).toHaveLength(2))
    expect(chat.current.value.ended.value).toBe(false)
    expect(states(chat)).toEqual(['sent'])
  })

  it('W-6 is gone with "Start a new chat", and late events of it do not bring it back', async () => {
    const chat = tab()
    await ready(chat)
    await say(chat, 'One')
    await shows(chat, ['me: One'])
    const first = desk.running()
    expect(await chat.end()).toBe(true)
    chat.startNew()
    await shows(chat, [])
    desk.tell('thread.tail', { ticket: first?.id ?? '', last: 9 })
    desk.tell('thread.event', { ticket: first?.id ?? '', event: { type: 'seen', n: 9, at: 1, by: 'agent', upTo: 1 } })
    await say(chat, 'Two')
    await shows(chat, ['me: Two'])
    expect(chat.current.value.ticket.value).toBe(desk.running()?.id)
  })

  it('S-9 a blocked shopper is not told: what they write looks sent, and the ended chat does not come back', async () => {
    const chat = tab()
    await ready(chat)
    await say(chat, 'One')
    desk.block()
    await eventually(() => expect(chat.current.value.ended.value).toBe(true))
    chat.startNew()
    chat.outbox.add('Two')
    await eventually(() => expect(states(chat)).toEqual(['sent']))
    expect(screen(chat)).toEqual(['me: Two'])
    expect(chat.current.value.ended.value).toBe(false)
  })

  it('W-6 an old conversation that the desk still speaks of is not taken for the running one', async () => {
    desk.write({ text: 'Long ago', from: 'customer', name: null })
    const old = desk.running()?.id ?? ''
    desk.close()
    const chat = tab()
    await ready(chat)
    await say(chat, 'Today')
    await shows(chat, ['me: Today'])
    const asked = desk.asked.length
    desk.tell('thread.tail', { ticket: old, last: 2 })
    await eventually(() => expect(desk.asked.length).toBeGreaterThan(asked))
    await ready(chat)
    await say(chat, 'And now')
    await shows(chat, ['me: Today', 'me: And now'])
    expect(chat.past.value).toEqual([])
  })

  it('T-1 a message queued while the agent closed the chat opens a new ticket, after the rest of the old one', async () => {
    const chat = tab()
    await ready(chat)
    await say(chat, 'One')
    await shows(chat, ['me: One'])
    desk.shut()
    await eventually(() => expect(chat.state.value).not.toBe('online'))
    desk.write({ text: 'Bye' })
    desk.close()
    chat.outbox.add('Wait')
    desk.letIn()
    await eventually(() => expect(desk.tickets).toHaveLength(2))
    await eventually(() => expect(chat.outbox.items.value).toEqual([]))
    await shows(chat, ['me: One', 'Jonas: Bye', 'ended', 'me: Wait'])
  })

  it('shows a sent message once, whether its echo or its answer comes first', async () => {
    const chat = tab()
    await ready(chat)
    chat.outbox.add('echo first')
    await shows(chat, ['me: echo first'])
    desk.acknowledgeFirst()
    chat.outbox.add('answer first')
    await shows(chat, ['me: echo first', 'me: answer first'])
    await eventually(() => expect(chat.outbox.items.value).toEqual([]))
    expect([...disk.kept.keys()]).toEqual([])
  })

  it('finds a lost last message by the heartbeat, and a lost one in between by its gap', async () => {
    expect.hasAssertions()
    desk.write({ text: '1' })
    const chat = tab()
    await shows(chat, ['Jonas: 1'])
    desk.lose({ text: '2' })
    desk.tell('thread.tail', { ticket: desk.running()?.id ?? '', last: 2 })
    await shows(chat, ['Jonas: 1', 'Jonas: 2'])
    desk.lose({ text: '3' })
    desk.write({ text: '4' })
    await shows(chat, ['Jonas: 1', 'Jonas: 2', 'Jonas: 3', 'Jonas: 4'])
  })

  it('D-2 opens with its last page; older ones come on demand', async () => {
    desk.pageSize(2)
    for (const text of ['1', '2', '3', '4', '5']) desk.write({ text })
    const chat = tab()
    await shows(chat, ['Jonas: 4', 'Jonas: 5'])
    const { thread } = chat.current.value
    expect(thread.earlier.value).toBe(true)
    await thread.loadEarlier()
    await thread.loadEarlier()
    await shows(chat, ['Jonas: 1', 'Jonas: 2', 'Jonas: 3', 'Jonas: 4', 'Jonas: 5'])
    expect(thread.earlier.value).toBe(false)
  })

  it('W-11 tells the desk once what was seen, and again if that was lost', async () => {
    const chat = tab()
    desk.write({ text: '1' })
    await shows(chat, ['Jonas: 1'])
    const { thread } = chat.current.value
    desk.refuseOnce('message.seen', 'unavailable', true)
    thread.seen(thread.lastTheirs.value)
    expect(thread.unread.value).toBe(0)
    await eventually(() => expect(desk.asked.filter((line) => line.startsWith('message.seen'))).toHaveLength(1))
    expect(desk.running()?.seen).toBe(0)
    await thread.resume()
    await eventually(() => expect(desk.running()?.seen).toBe(1))
  })

  it('W-11 reports whether the page is visible, on connecting', async () => {
    await ready(tab())
    expect(desk.asked[0]).toBe('presence {"visible":true}')
  })
})

describe('who is writing', () => {
  it('P-1 another shopper who signed in meanwhile does not carry this one’s words', async () => {
    const chat = tab('mireille', async () => token('somebody else'))
    await ready(chat)
    desk.shut()
    await eventually(() => expect(chat.state.value).not.toBe('online'))
    chat.outbox.add('mine alone')
    desk.letIn()
    await eventually(() => expect(chat.state.value).toBe('signed_out'))
    expect(desk.tokens).toEqual([token('mireille')])
    expect(desk.tickets).toEqual([])
    expect(disk.kept.size).toBe(1)
  })

  it('an outdated page is told so and stops trying', async () => {
    desk.refuseAtDoor('version')
    const chat = tab()
    await eventually(() => expect(chat.state.value).toBe('version'))
  })

  it('W-2 chat that is switched off, or was never on, is not offered', async () => {
    const chat = tab()
    await ready(chat)
    desk.tell('chat.visible', { on: false, hours: null })
    await eventually(() => expect(chat.on.value).toBe(false))
    desk.refuseAtDoor('chat_off')
    const late = tab()
    await eventually(() => expect(late.on.value).toBe(false))
  })

  it('W-7 hours that are changed in the settings are the hours on every open page', async () => {
    desk.says({ open: true, changesAt: null })
    const chat = tab()
    await ready(chat)
    expect(chat.hours.value).toEqual({ open: true, changesAt: null })
    const changesAt = Date.now() + 60_000
    desk.tell('chat.visible', { on: true, hours: { open: false, changesAt } })
    await eventually(() => expect(chat.hours.value).toEqual({ open: false, changesAt }))
  })

  it('a shop that does not answer is a bad connection, not a sign-out', async () => {
    let calls = 0
    const chat = tab('mireille', async () => {
      if (calls++ === 0) throw new Error('the shop is down')
      return token('mireille')
    })
    await ready(chat)
    desk.shut()
    await eventually(() => expect(chat.state.value).toBe('offline'))
    desk.letIn()
    await eventually(() => expect(chat.state.value).toBe('online'))
    expect(calls).toBeGreaterThan(1)
  })
})
