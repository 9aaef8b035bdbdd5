import { describe, expect, it } from 'vitest'
import type { Refused } from '../../../server/protocol/errors.ts'
import { createOutbox, waitingScopes, type Sent } from '../../../widget/thread/outbox.ts'
import { fakeDisk, fakeLocks, fakeWorld, settled } from './fake-world.ts'

const refuse = (code: Refused['code'], retry = false): Refused => ({ ok: false, code, retry })

/** A server that keeps the first answer of every id. */
function fakeServer() {
  const stored: { id: string; text: string }[] = []
  const calls: string[] = []
  return {
    stored,
    calls,
    send: async (id: string, text: string): Promise<Sent | Refused> => {
      calls.push(text)
      await Promise.resolve()
      if (!stored.some((one) => one.id === id)) stored.push({ id, text })
      return { ok: true, n: stored.findIndex((one) => one.id === id) + 1, at: 1 }
    },
  }
}

function openTab(parts: Partial<Parameters<typeof createOutbox>[0]> & { disk?: ReturnType<typeof fakeDisk> } = {}) {
  const { disk = fakeDisk(), ...rest } = parts
  const world = fakeWorld({ store: disk.tab() })
  const server = fakeServer()
  const outbox = createOutbox({ scope: 'shopper:a', send: server.send, live: () => true, world, ...rest })
  return { outbox, world, server, disk, states: () => outbox.items.value.map((item) => `${item.text} ${item.state}`) }
}

describe('outbox', () => {
  it('R-8 takes no message of which nothing can be seen, and leaves invisible parts of others alone', () => {
    const { outbox, states } = openTab({ live: () => false })
    for (const text of ['', ' \n\t', '\u200b\u200b', '\u3164', '\u202e\u2066', '\ufe0f', '\u0007'])
      expect(outbox.add(text)).toBe('message_empty')
    expect(outbox.add('👩\u200d🚀')).toBeNull()
    expect(states()).toEqual(['👩\u200d🚀 pending'])
  })

  it('W-13b a message of files alone is taken, under the id they are kept by, and goes with their names', async () => {
    const sent: unknown[] = []
    const { outbox, states } = openTab({
      send: (...given) => {
        sent.push(given)
        return Promise.resolve({ ok: true, n: 1, at: 1 })
      },
    })
    const files = [{ name: 'vase.png', type: 'image/png', size: 3 }]
    expect(outbox.add(' ', undefined, { id: 'one', files })).toBeNull()
    await settled()
    expect(sent).toEqual([['one', ' ', undefined, files]])
    expect(states()).toEqual(['  sent'])
  })

  it('sends one after the other, in the order they were written, and keeps the bubble until the echo', async () => {
    const { outbox, server, states } = openTab()
    for (const text of ['one', 'two', 'three']) expect(outbox.add(text)).toBeNull()
    expect(states()).toEqual(['one pending', 'two pending', 'three pending'])
    await settled()
    expect(server.stored.map((one) => one.text)).toEqual(['one', 'two', 'three'])
    expect(states()).toEqual(['one sent', 'two sent', 'three sent'])
    outbox.settle([outbox.items.value[0]?.id ?? ''])
    expect(states()).toEqual(['two sent', 'three sent'])
  })

  it('W-13 messages written offline wait over a reload and are sent once, under the same id', async () => {
    const offline = openTab({ live: () => false })
    offline.outbox.add('written on the train')
    await settled()
    const id = offline.outbox.items.value[0]?.id
    offline.outbox.dispose()
    const back = openTab({ disk: offline.disk })
    await settled()
    expect(back.server.stored).toEqual([{ id, text: 'written on the train' }])
    expect(back.server.calls).toHaveLength(1)
  })

  it('what the server has is not sent again after a reload, nor shown by the outbox', async () => {
    const first = openTab()
    first.outbox.add('hello')
    await settled()
    expect(first.states()).toEqual(['hello sent'])
    const second = openTab({ disk: first.disk })
    await settled()
    expect(second.states()).toEqual([])
    expect(second.server.calls).toEqual([])
    expect(first.states()).toEqual(['hello sent'])
  })

  it('tries again with growing pauses while the refusal says so, and nothing overtakes', async () => {
    const answers: (Sent | Refused)[] = [refuse('unavailable', true), refuse('too_fast', true)]
    const calls: string[] = []
    const { outbox, world, states } = openTab({
      send: async (_id, text) => {
        calls.push(text)
        return answers.shift() ?? { ok: true, n: calls.length, at: 1 }
      },
    })
    outbox.add('first')
    outbox.add('second')
    await settled()
    expect(calls).toEqual(['first'])
    await world.pass(999)
    expect(calls).toEqual(['first'])
    await world.pass(1)
    expect(calls).toEqual(['first', 'first'])
    await world.pass(1_999)
    expect(calls).toHaveLength(2)
    await world.pass(1)
    expect(calls).toEqual(['first', 'first', 'first', 'second'])
    expect(states()).toEqual(['first sent', 'second sent'])
  })

  it('a refusal for good keeps the text with its code; the next one goes on; retry and discard are by hand', async () => {
    let refused = true
    const calls: string[] = []
    const { outbox, states, world, disk } = openTab({
      send: async (id, text) => {
        calls.push(id)
        return refused && text === 'bad' ? refuse('chat_off') : { ok: true, n: 1, at: 1 }
      },
    })
    outbox.add('bad')
    outbox.add('good')
    await settled()
    expect(states()).toEqual(['bad failed', 'good sent'])
    await world.pass(3_600_000)
    expect(calls).toHaveLength(2)
    // The failure outlives the page.
    expect(openTab({ disk, send: async () => refuse('chat_off') }).states()).toContain('bad failed')
    refused = false
    outbox.retry(outbox.items.value[0]?.id ?? '')
    await settled()
    expect(states()).toEqual(['bad sent', 'good sent'])
    expect(calls[2]).toBe(calls[0])
  })

  it('discard forgets a failed message and no other', async () => {
    const { outbox, states, disk } = openTab({ send: async () => refuse('chat_off') })
    outbox.add('bad')
    await settled()
    outbox.discard('something else')
    expect(states()).toEqual(['bad failed'])
    outbox.discard(outbox.items.value[0]?.id ?? '')
    expect(states()).toEqual([])
    expect(disk.kept.size).toBe(0)
  })

  it('an id that belongs to somebody else is given up for a new one', async () => {
    const ids: string[] = []
    const { outbox } = openTab({
      send: async (id) => {
        ids.push(id)
        return ids.length === 1 ? refuse('id_taken') : { ok: true, n: 1, at: 1 }
      },
    })
    outbox.add('hello')
    await settled()
    outbox.retry(ids[0] ?? '')
    await settled()
    expect(ids).toHaveLength(2)
    expect(ids[1]).not.toBe(ids[0])
    expect(outbox.items.value.map((item) => item.id)).toEqual([ids[1]])
  })

  it('a token that ran out fails nothing: the message waits for the connection', async () => {
    let signedIn = false
    const { outbox, states } = openTab({
      send: async () => (signedIn ? { ok: true, n: 1, at: 1 } : refuse('signed_out')),
    })
    outbox.add('hello')
    await settled()
    expect(states()).toEqual(['hello pending'])
    signedIn = true
    outbox.wake()
    await settled()
    expect(states()).toEqual(['hello sent'])
  })

  it('two tabs: both show the message, one of them sends it once they are online', async () => {
    const disk = fakeDisk()
    const lock = fakeLocks()
    const server = fakeServer()
    let online = false
    const tab = () =>
      createOutbox({
        scope: 'shopper:a',
        send: server.send,
        live: () => online,
        world: fakeWorld({ store: disk.tab(), lock }),
      })
    const [a, b] = [tab(), tab()]
    const states = () => [a, b].map((one) => one.items.value.map((item) => `${item.text} ${item.state}`).sort())
    a.add('from a')
    b.add('from b')
    await settled()
    expect(states()).toEqual([
      ['from a pending', 'from b pending'],
      ['from a pending', 'from b pending'],
    ])
    online = true
    a.wake()
    b.wake()
    await settled()
    await settled()
    expect(server.calls.toSorted()).toEqual(['from a', 'from b'])
    expect(states()).toEqual([
      ['from a sent', 'from b sent'],
      ['from a sent', 'from b sent'],
    ])
  })

  it('P-1 words of one shopper are neither shown to nor sent by another', async () => {
    const disk = fakeDisk()
    openTab({ disk, live: () => false, scope: 'shopper:a' }).outbox.add('secret of a')
    openTab({ disk, live: () => false, scope: 'shopper:a:b' }).outbox.add('secret of a:b')
    const other = openTab({ disk, scope: 'shopper:b' })
    await settled()
    expect(other.states()).toEqual([])
    expect(other.server.calls).toEqual([])
    expect(openTab({ disk, scope: 'shopper:a' }).states()).toEqual(['secret of a pending'])
    expect(waitingScopes(other.world, 'shopper:').sort()).toEqual(['shopper:a', 'shopper:a:b'])
  })

  it('takes nothing empty and nothing over 10,000 code points; an emoji is one', () => {
    const { outbox } = openTab({ live: () => false })
    expect(outbox.add('  \n\u0000 ')).toBe('message_empty')
    expect(outbox.add('x'.repeat(10_001))).toBe('message_too_long')
    expect(outbox.add('😀'.repeat(10_000))).toBeNull()
    expect(outbox.add('a\u0000b\ud800')).toBeNull()
    expect(outbox.items.value.map((item) => item.text.length)).toEqual([20_000, 2])
  })

  it('ignores what other scripts left under its keys', () => {
    const disk = fakeDisk()
    for (const junk of ['', 'null', '{"id":1}', '[]']) {
      disk.kept.set(`customer-hub:out:shopper%3Aa:${junk}`, junk)
    }
    expect(openTab({ disk }).states()).toEqual([])
  })
})
