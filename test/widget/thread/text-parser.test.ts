import fc from 'fast-check'
import * as original from 'socket.io-parser'
import { describe, expect, it } from 'vitest'
import { Decoder, Encoder, type Packet } from '../../../widget/thread/text-parser.ts'

function decoded(
  decoder: { on(name: 'decoded', hear: (packet: Packet) => void): unknown; add(text: string): void },
  text: string,
) {
  const heard: Packet[] = []
  decoder.on('decoded', (packet) => heard.push(packet))
  decoder.add(text)
  return heard.map(({ type, nsp, id, data }) => ({ type, nsp, id, data }))
}

const packets = fc
  .oneof(
    fc.record({
      type: fc.constantFrom(2),
      data: fc.tuple(
        fc.constant('thread.event'),
        fc.json().map((text): unknown => JSON.parse(text)),
      ),
    }),
    fc.record({ type: fc.constantFrom(2), id: fc.nat(), data: fc.tuple(fc.string().map((name) => `x${name}`)) }),
    fc.record({
      type: fc.constantFrom(3),
      id: fc.nat(),
      data: fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null))),
    }),
    fc.record({ type: fc.constantFrom(0), data: fc.constantFrom({ v: 1, token: 'a.b.c' }) }),
    fc.record({ type: fc.constantFrom(1), data: fc.constant(undefined) }),
    fc.record({
      type: fc.constantFrom(4),
      data: fc.record({ message: fc.string(), data: fc.constant({ code: 'version' }) }),
    }),
  )
  .chain((packet) => fc.constantFrom('/', '/other').map((nsp): Packet => ({ nsp, ...packet })))

describe('the text parser', () => {
  it('writes and reads what the original parser writes and reads', () => {
    fc.assert(
      fc.property(packets, (packet) => {
        const [text] = new Encoder().encode(packet)
        expect(text).toBe(new original.Encoder().encode(packet)[0])
        expect(decoded(new Decoder(), text ?? '')).toEqual(decoded(new original.Decoder(), text ?? ''))
      }),
    )
  })

  it('refuses what is no packet', () => {
    for (const text of ['', 'x', '9', '2', '2{}', '2[', '3"a"', '51-["a",{"_placeholder":true,"num":0}]']) {
      expect(() => new Decoder().add(text), text).toThrow(/packet|JSON/)
    }
  })
})

describe('on a page whose arrays write themselves as text', () => {
  it('is JSON all the same', () => {
    const old = { Array: Array.prototype, String: String.prototype }
    for (const prototype of Object.values(old)) {
      Object.defineProperty(prototype, 'toJSON', { value: () => 'as text', configurable: true })
    }
    try {
      const files = [{ name: 'vase.jpg', size: 7, left: undefined }, undefined, ['"']]
      const [text] = new Encoder().encode({ type: 2, nsp: '/', id: 1, data: ['message.send', { text: 'Hi', files }] })
      expect(text).toBe('21["message.send",{"text":"Hi","files":[{"name":"vase.jpg","size":7},null,["\\""]]}]')
    } finally {
      for (const prototype of Object.values(old)) Reflect.deleteProperty(prototype, 'toJSON')
    }
  })
})
