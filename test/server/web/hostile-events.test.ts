import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromAgent } from '../../../server/protocol/agent-events.ts'
import { fromCustomer } from '../../../server/protocol/customer-events.ts'
import { type AgentSocket, type Installation, type ShopperSocket, startInstallation } from '../installation.ts'
import { granted, load, openTicket, send, texts, unruly } from '../talk.ts'

let hub: Installation
let shopper: ShopperSocket
let agent: AgentSocket
let ticket: string
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  shopper = await hub.shopper('mallory')
  agent = (await hub.agent()).socket
  ticket = (await send(shopper, 'Hello')).ticket
})
afterAll(() => hub.close())

const bad = { ok: false, code: 'bad_request', retry: false }
const proto: unknown = JSON.parse('{"__proto__":{"ticket":"x"},"constructor":{"prototype":{"on":true}},"toString":1}')
/** What nobody may ask anything with. */
const nonsense: unknown[] = [
  null,
  undefined,
  true,
  0,
  -1,
  1e308,
  '',
  'text',
  '__proto__',
  'constructor',
  [],
  [[]],
  [{}],
  proto,
  Buffer.from('binary'),
  {
    ticket: { $ne: null },
    id: { $gt: '' },
    text: { length: 1 },
    n: '1',
    on: 'yes',
    visible: 1,
    until: '2030',
    after: {},
  },
  { ticket: ['x'], id: ['x'], text: ['x'], n: [1], on: [true], visible: [true], view: ['all'], customer: [] },
  { ticket: "'; drop table tickets; --", id: '../../etc/passwd', text: 1, n: 0.5, after: -1, before: 1, customer: '' },
]

const tables = { shopper: Object.keys(fromCustomer), agent: Object.keys(fromAgent) }

describe('events that are none', () => {
  it.each(tables.shopper)('S17 a shopper’s %s with nonsense is refused', async (event) => {
    for (const ask of nonsense) expect([ask, await unruly(shopper).ask(event, ask)]).toEqual([ask, bad])
  })

  it.each(tables.agent)('S17 an agent’s %s with nonsense is refused', async (event) => {
    // These ask nothing, and so take any object.
    const asksNothing = ['desk.open', 'filters.read', 'views.read', 'macro.list'].includes(event)
    const given = asksNothing ? nonsense.filter((ask) => typeof ask !== 'object' || ask === null) : nonsense
    for (const ask of given) expect([ask, await unruly(agent).ask(event, ask)]).toEqual([ask, bad])
  })

  it('S17 nothing of the prototype of anything has changed, here or there', async () => {
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(Reflect.get({}, 'ticket')).toBeUndefined()
    expect(texts((await load(shopper)).events)).toEqual(['Hello'])
  })

  it('F14 no acknowledgement, several, or one in a strange place do no harm', async () => {
    for (const [socket, events] of [
      [shopper, tables.shopper],
      [agent, tables.agent],
    ] as const) {
      const { emit } = unruly(socket)
      for (const event of events) {
        emit(event)
        emit(event, null)
        emit(event, {}, {}, {})
        emit(event, () => undefined)
        emit(
          event,
          () => undefined,
          () => undefined,
        )
        emit(event, () => undefined, { ticket })
      }
    }
    expect(texts((await load(shopper)).events)).toEqual(['Hello'])
    expect((await openTicket(agent, ticket)).row.status).toBe('open')
  })

  it('S20 an unknown event is told so, and nothing else', async () => {
    const unknown = { ok: false, code: 'bad_event', retry: false }
    const names = [
      'nothing',
      '',
      ' ',
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'x'.repeat(10_000),
      'message',
      'ping',
    ]
    for (const socket of [shopper, agent]) {
      for (const name of names) expect([name, await unruly(socket).ask(name, { ticket })]).toEqual([name, unknown])
    }
    // The other side's events are unknown on this one.
    expect(await unruly(shopper).ask('reply.send', { ticket })).toEqual(unknown)
    expect(await unruly(shopper).ask('customer.block', { customer: ticket })).toEqual(unknown)
    expect(await unruly(agent).ask('message.send', { ticket })).toEqual(unknown)
    expect(await unruly(agent).ask('conversation.end', { ticket })).toEqual(unknown)
  })

  it('S20 no list can be asked for with a cursor of somebody’s own making, and no error tells of the inside', async () => {
    const list = { view: 'all', status: 'any', sort: 'newest' } as const
    const zeros = '0'.repeat(8)
    const cursors = [
      '',
      '.',
      '1',
      '1.',
      '.x',
      `0.1.${'-'.repeat(36)}`,
      `0.1.${zeros}-${'a'.repeat(27)}`,
      '9'.repeat(16),
      '-1.x',
      `1.${ticket}`,
      `1.1.${ticket}`,
      `-1.1.${ticket}`,
      `0.1.${ticket}.2`,
      'x'.repeat(200),
    ]
    for (const after of cursors) {
      const answer = await agent.emitWithAck('list.read', { ...list, after })
      expect([after, answer]).toEqual([after, bad])
    }
    for (const after of [`0.0.${ticket}`, `0.999999999999999.${ticket}`]) {
      granted(await agent.emitWithAck('list.read', { ...list, after }))
    }
  })
})

describe('messages of odd sizes', () => {
  const sized: Record<string, string> = {
    '10,001 letters': 'a'.repeat(10_001),
    '10,001 emoji of two units each': '😀'.repeat(10_001),
    '60,000 letters': 'a'.repeat(60_000),
    '10,001 that trimming would shorten': `a${' '.repeat(10_000)}`,
  }

  it.each(Object.keys(sized))('message_too_long, for good: %s', async (name) => {
    const text = sized[name] ?? ''
    const refused = { ok: false, code: 'message_too_long', retry: false }
    expect(await shopper.emitWithAck('message.send', { id: crypto.randomUUID(), text })).toEqual(refused)
    expect(await agent.emitWithAck('reply.send', { ticket, id: crypto.randomUUID(), text })).toEqual(refused)
  })

  it('just long enough is taken, and comes back whole', async () => {
    const text = '😀'.repeat(10_000)
    await send(shopper, text)
    expect(texts((await load(shopper)).events).at(-1)).toBe(text)
    expect(texts((await openTicket(agent, ticket)).events).at(-1)).toBe(text)
  })

  it('nothing in it is empty: spaces, NUL, half characters', async () => {
    const refused = { ok: false, code: 'message_empty', retry: false }
    for (const text of [
      '',
      ' ',
      '\n\t\r',
      '\0',
      ' \0 ',
      '\ud800',
      '\udc00\ud800',
      '\u00a0\u2003\ufeff',
      '\u200b\u3164\u0007',
    ]) {
      expect(await shopper.emitWithAck('message.send', { id: crypto.randomUUID(), text })).toEqual(refused)
      expect(await agent.emitWithAck('reply.send', { ticket, id: crypto.randomUUID(), text })).toEqual(refused)
    }
  })

  it('whatever else was typed is kept to the letter', async () => {
    // Somebody who has asked nothing yet: the others have used up their allowance.
    const writer = await hub.shopper('writer')
    const own = (await send(writer, 'Hello')).ticket
    const kept: [typed: string, stored: string][] = [
      ['a\0b\ud800c\udc00d', 'abcd'],
      ['\u0001\u0007\u001b[31mred\u001b[0m\u007f', '\u0001\u0007\u001b[31mred\u001b[0m\u007f'],
      ['\u202eevil\u202c \u2066x\u2069 \u200b\u200d\ufeff.', '\u202eevil\u202c \u2066x\u2069 \u200b\u200d\ufeff.'],
      ['👨‍👩‍👧‍👦 🏳️‍🌈 é é ｆｕｌｌ', '👨‍👩‍👧‍👦 🏳️‍🌈 é é ｆｕｌｌ'],
      [' leading\r\nand trailing \n', ' leading\r\nand trailing \n'],
      [
        '<script>alert(1)</script> {{agent.secret}} %s ${x} \\u0000',
        '<script>alert(1)</script> {{agent.secret}} %s ${x} \\u0000',
      ],
      ['Robert"); drop table messages; -- \' \\', 'Robert"); drop table messages; -- \' \\'],
    ]
    for (const [typed, stored] of kept) {
      await send(writer, typed)
      granted(await agent.emitWithAck('reply.send', { ticket: own, id: crypto.randomUUID(), text: typed }))
      expect(texts((await load(writer)).events).slice(-2)).toEqual([stored, stored])
      expect(texts((await openTicket(agent, own)).events).slice(-2)).toEqual([stored, stored])
    }
  })
})
