import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Installation, type ShopperSocket, startInstallation, storefront } from '../installation.ts'
import { load, send, texts, unruly } from '../talk.ts'
import { eventually } from '../../eventually.ts'

let hub: Installation
let bystander: ShopperSocket
const said: string[] = []
beforeAll(async () => {
  hub = await startInstallation()
  await hub.settings()
  bystander = await hub.shopper('bystander')
})
afterAll(() => hub.close())

/** The process lives, and others are served by it. */
async function othersAreServed() {
  const text = `Still here ${said.length}`
  await send(bystander, text)
  said.push(text)
  expect(bystander.connected).toBe(true)
  expect((await hub.get('/healthz')).status).toBe(200)
}

/** Says these very bytes to the desk and returns what comes back until it hangs up, says goodbye, or `enough` has come. */
function speak(lines: (string | Buffer)[], enough: (heard: string) => boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(hub.url)
    const line = connect(Number(port), hostname)
    let heard = ''
    const done = () => {
      line.destroy()
      resolve(heard)
    }
    line.on('data', (data) => {
      heard += data.toString('latin1')
      if (enough(heard) || heard.includes(goodbye)) done()
    })
    line.on('close', done)
    line.on('error', (error) => ('code' in error && error.code === 'ECONNRESET' ? done() : reject(error)))
    for (const part of lines) line.write(part)
  })
}

const upgrade = (query: string, path = '/socket/customer/') =>
  `GET ${path}?${query} HTTP/1.1\r\nHost: x\r\nOrigin: ${storefront}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n'

/** How a websocket's close frame begins. */
const goodbye = '\x88'

/** A websocket frame as a client sends it, masked with zeros. */
function frame(opcode: number, payload: string | Buffer, { fin = true } = {}): Buffer {
  const body = Buffer.from(payload)
  const long = body.length > 125
  const head = Buffer.alloc(long ? 8 : 6)
  head[0] = (fin ? 0x80 : 0) | opcode
  head[1] = 0x80 | (long ? 126 : body.length)
  if (long) head.writeUInt16BE(body.length, 2)
  return Buffer.concat([head, body])
}

const poll = async (query: string, body?: string | Buffer, headers: Record<string, string> = {}) => {
  const init = body === undefined ? {} : { method: 'POST', body: new Uint8Array(Buffer.from(body)) }
  return fetch(`${hub.url}/socket/customer/?EIO=4&transport=polling${query}`, {
    ...init,
    headers: { origin: storefront, 'content-type': 'text/plain;charset=UTF-8', ...headers },
  })
}

describe('raw frames', () => {
  const packets = [
    '51-',
    '459999999-["m"]',
    '59999999-["m"]',
    '50-["message.send",{}]',
    '51-["message.send",{"_placeholder":true,"num":0}]',
    '51-["x",{"_placeholder":true,"num":99}]',
    '52-["x",{"_placeholder":true,"num":-1}]',
    '5',
    '6',
    '61-',
    '9',
    'x',
    '',
    '2',
    '2[',
    '2["',
    '2{}',
    '2["__proto__"]',
    '2["connect"]',
    '2["disconnect"]',
    '2["error",{}]',
    '2["newListener",{}]',
    '2["removeListener"]',
    '2["connect_error"]',
    '2[null]',
    '2[{}]',
    '2[1,2]',
    '2[[]]',
    '2999999999999999999999["typing",{"on":true}]',
    '2-1["typing"]',
    '3["x"]',
    '39',
    '31["x",1]',
    '4',
    '4{"message":"x"}',
    '0{"v":1}',
    '0/admin,',
    '0/__proto__,{}',
    '2/other,["x"]',
    '1',
    `2["typing",${'['.repeat(20_000)}]`,
    `2["typing",{"on":true,"x":"${'\\u0000'.repeat(1_000)}"}]`,
    '2["message.send",{"id":"\ud800"}]',
  ]

  it.each(packets.map((packet) => [packet.slice(0, 60), packet] as const))(
    'F14 a shopper’s packet %s is refused, or its sender cut',
    async (_name, packet) => {
      const shopper = await hub.shopper('mallory')
      shopper.io.engine.send(packet)
      // Either the connection is gone, or it still works as any other.
      const cut = new Promise((resolve) => shopper.once('disconnect', () => resolve('cut')))
      const served = load(shopper).then(
        () => 'served',
        () => 'cut',
      )
      expect(await Promise.race([cut, served])).toMatch(/cut|served/)
      await othersAreServed()
    },
  )

  it.each([
    'connect',
    'connecting',
    'disconnect',
    'disconnecting',
    'error',
    'newListener',
    'removeListener',
    'connect_error',
  ])('F14 the reserved name %s does what no name does: nothing', async (name) => {
    const { socket } = await hub.agent()
    // The client's own library refuses most of them; the wire does not.
    socket.io.engine.send(`2${JSON.stringify([name, { message: 'x' }])}`)
    socket.io.engine.send(`27${JSON.stringify([name, 'transport close'])}`)
    await eventually(async () => {
      const alive = socket.connected ? await unruly(socket).ask('desk.open', {}) : { ok: 'cut' }
      expect(alive).toMatchObject({ ok: expect.anything() as unknown })
    })
    await othersAreServed()
  })

  it('F14 a packet over the size is refused and its sender cut', async () => {
    for (const kilobytes of [130, 200, 1_000]) {
      const shopper = await hub.shopper('mallory')
      const cut = new Promise((resolve) => shopper.once('disconnect', resolve))
      unruly(shopper).emit('message.send', { id: crypto.randomUUID(), text: 'x'.repeat(kilobytes * 1024) })
      expect(await cut).toBe('transport close')
    }
    const opened = await (await poll('')).text()
    const sid = /"sid":"([^"]+)"/.exec(opened)?.[1] ?? ''
    expect((await poll(`&sid=${sid}`, 'x'.repeat(200_000))).status).toBe(413)
    expect((await hub.post('/api/sign-in', { email: 'x@x.example', password: 'x'.repeat(300_000) })).status).toBe(400)
    await othersAreServed()
  })

  it('F14 odd handshakes are refused: other engines, other transports, other sessions', async () => {
    const queries = [
      '',
      'EIO=3&transport=websocket',
      'EIO=4',
      'EIO=4&transport=nothing',
      'EIO=4&transport=websocket&sid=x',
      'EIO=4&transport=websocket&sid=__proto__',
      'transport=websocket',
      'EIO[]=4&transport=websocket',
    ]
    for (const query of queries) {
      for (const path of ['/socket/customer/', '/socket/agent/']) {
        const heard = await speak(
          [upgrade(query, path), frame(1, '40')],
          (text) => text.includes('\r\n\r\n') && text.length > 300,
        )
        expect([query, heard.slice(0, 12)]).not.toEqual([query, 'HTTP/1.1 500'])
      }
    }
    for (const query of ['&sid=__proto__', '&sid=constructor', '&sid=', '&sid[]=x', '&j=0;alert(1)']) {
      expect((await poll(query)).status).toBeLessThan(500)
      expect((await poll(query, '40')).status).toBeLessThan(500)
    }
    for (const path of ['/socket/customer', '/socket/agent', '/socket/', '/socket.io/?EIO=4&transport=polling']) {
      expect((await hub.get(path)).status).toBeLessThan(500)
    }
    await othersAreServed()
  })

  it('F14 broken websocket frames cut the line and nothing else', async () => {
    const open = [upgrade('EIO=4&transport=websocket')]
    const auth = `40${JSON.stringify({ v: 1, token: await hub.token('mallory') })}`
    const broken: (string | Buffer)[][] = [
      [frame(3, 'reserved')],
      [frame(1, Buffer.from([0xff, 0xfe, 0x80]))],
      [frame(0, 'continuation of nothing')],
      [frame(9, 'x'.repeat(200))],
      [frame(8, Buffer.from([0, 1]))],
      [Buffer.from([0x81, 0x05, 0x68, 0x65, 0x6c, 0x6c, 0x6f])],
      [Buffer.from([0x81, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0])],
      [frame(1, auth), frame(2, 'binary'), frame(8, '')],
      [frame(1, auth), frame(1, '451-'), frame(8, '')],
      [frame(1, '40'), frame(1, '40"text"'), frame(8, '')],
      [frame(1, '40[1]')],
      [frame(1, '40null'), frame(8, '')],
      ['GARBAGE\r\n\r\n'],
      [
        frame(1, '4', { fin: false }),
        ...Array.from({ length: 2_000 }, () => frame(0, '0', { fin: false })),
        frame(8, ''),
      ],
    ]
    for (const frames of broken) {
      const heard = await speak([...open, ...frames], () => false)
      expect(heard).toContain('101 Switching Protocols')
    }
    await othersAreServed()
  }, 30_000)

  it('F14 an engine that says nothing is let go, and one without credentials is told so', async () => {
    const heard = await speak([upgrade('EIO=4&transport=websocket'), frame(1, '40')], (text) => text.includes('44{'))
    expect(heard).toContain('44{"message":"version","data":{"code":"version"}}')
    const silent = await speak([upgrade('EIO=4&transport=websocket')], () => false)
    expect(silent).toContain('101 Switching Protocols')
    await othersAreServed()
  }, 20_000)

  it('F3 a line that does not answer a goodbye does not hold up the end of the desk', async () => {
    const { hostname, port } = new URL(hub.url)
    const line = connect(Number(port), hostname)
    const opened = new Promise((resolve) => line.once('data', resolve))
    line.write(upgrade('EIO=4&transport=websocket'))
    line.on('error', () => undefined)
    await opened
    await hub.restart()
    line.destroy()
    bystander = await hub.shopper('bystander')
    expect((await hub.get('/readyz')).status).toBe(200)
    await othersAreServed()
  })

  it('and everything that the others said in the meantime is there', async () => {
    const { events } = await load(bystander)
    expect(texts(events)).toEqual(said.slice(-50))
  })
})
