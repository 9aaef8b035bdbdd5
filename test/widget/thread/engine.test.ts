import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Socket } from '../../../widget/thread/engine.ts'
import { eventually } from '../../eventually.ts'

const hello = '0{"sid":"abc","pingInterval":25000,"pingTimeout":20000}'

/** The network's side of one WebSocket. */
class FakeWebSocket {
  static made: FakeWebSocket[] = []
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: (() => void) | null = null
  sent: string[] = []
  isClosed = false
  url: string
  constructor(url: URL) {
    this.url = String(url)
    FakeWebSocket.made.push(this)
  }
  send(packet: string) {
    this.sent.push(packet)
  }
  close() {
    this.isClosed = true
  }
  say(data: string) {
    this.onmessage?.({ data })
  }
}

/** The desk's side of long polling: what was asked, and the answer to the question that waits. */
const polling = { asked: [] as string[], answer: (_text: string, _status?: number) => {} }

function listenTo(socket: Socket) {
  const heard: string[] = []
  for (const name of ['open', 'data', 'error', 'close']) {
    socket.on(name, (detail) => {
      const said = detail instanceof Error ? detail.message : detail
      heard.push(typeof said === 'string' ? `${name} ${said}` : name)
    })
  }
  return heard
}

const made = () => {
  const socket = new Socket('https://desk.example', { path: '/socket/customer' })
  const [line] = FakeWebSocket.made
  if (!line) throw new Error('no WebSocket was made')
  return { socket, line, heard: listenTo(socket) }
}

beforeEach(() => {
  vi.useFakeTimers()
  FakeWebSocket.made = []
  polling.asked = []
  vi.stubGlobal('WebSocket', FakeWebSocket)
  vi.stubGlobal('fetch', (url: string, { method, body }: { method: string; body?: string }) => {
    polling.asked.push(method === 'POST' ? `POST ${url} ${body}` : `GET ${url}`)
    if (method === 'POST') return Promise.resolve(new Response('ok'))
    return new Promise((answered) => {
      polling.answer = (text, status = 200) => answered(new Response(text, { status }))
    })
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('one WebSocket', () => {
  it('speaks Engine.IO: opens, hears, sends, answers pings', () => {
    const { socket, line, heard } = made()
    expect(line.url).toBe('wss://desk.example/socket/customer/?EIO=4&transport=websocket')
    line.say(hello)
    line.say('4hi')
    line.say('2')
    socket.write('there')
    expect(heard).toEqual(['open', 'data hi'])
    expect(line.sent).toEqual(['3', '4there'])
    expect(polling.asked).toEqual([])
  })

  it('says once that it is over, whoever ended it', () => {
    const { socket, line, heard } = made()
    line.say(hello)
    line.onclose?.()
    socket.close()
    socket.write('too late')
    expect(heard).toEqual(['open', 'close transport close'])
    expect(line.sent).toEqual([])
  })

  it('notices a line that has gone dead: by its own timer, and at the next message after a sleep', async () => {
    const first = made()
    first.line.say(hello)
    vi.advanceTimersByTime(44_000)
    first.line.say('2')
    vi.advanceTimersByTime(44_000)
    expect(first.heard).toEqual(['open'])
    vi.advanceTimersByTime(1_000)
    expect(first.heard).toEqual(['open', 'close ping timeout'])
    expect(first.line.isClosed).toBe(true)

    FakeWebSocket.made = []
    const slept = made()
    slept.line.say(hello)
    vi.setSystemTime(Date.now() + 60_000)
    expect(slept.socket._hasPingExpired()).toBe(true)
    await eventually(() => expect(slept.heard).toEqual(['open', 'close ping timeout']))
  })
})

describe('long polling, where the network lets no WebSocket through', () => {
  it('stands in when the socket is refused, keeps the order, and hears several packets in one answer', async () => {
    const { socket, line, heard } = made()
    line.onclose?.()
    const address = 'https://desk.example/socket/customer/?EIO=4'
    expect(polling.asked).toEqual([`GET ${address}&transport=polling`])
    polling.answer(hello)
    await eventually(() => expect(polling.asked).toHaveLength(2))
    socket.write('one')
    socket.write('two')
    polling.answer('4hi\x1e4again')
    await eventually(() => expect(heard).toEqual(['open', 'data hi', 'data again']))
    await eventually(() =>
      expect(polling.asked.filter((asked) => asked.startsWith('POST'))).toEqual([
        `POST ${address}&sid=abc&transport=polling 4one`,
        `POST ${address}&sid=abc&transport=polling 4two`,
      ]),
    )
    socket.close()
    await eventually(() => expect(polling.asked.at(-1)).toBe(`POST ${address}&sid=abc&transport=polling 1`))
  })

  it('stands in when the socket may not even be tried, or when nothing is heard of it for 8 seconds', () => {
    vi.stubGlobal('WebSocket', function refuse() {
      throw new Error('SecurityError')
    })
    const refused = new Socket('https://desk.example', { path: '/socket/customer' })
    expect(polling.asked).toHaveLength(1)
    refused.close()
    vi.stubGlobal('WebSocket', FakeWebSocket)
    const { line } = made()
    vi.advanceTimersByTime(8_000)
    expect(line.isClosed).toBe(true)
    expect(polling.asked).toHaveLength(2)
  })

  it.each([
    ['a portal’s page', '<!doctype html><title>Sign in to the network</title>'],
    ['nothing', ''],
    ['no handshake', '0{"sid"'],
  ])('is no desk that answers with %s: an error, and not asked again and again', async (_what, page) => {
    const { line, heard } = made()
    line.onclose?.()
    polling.answer(page)
    await eventually(() => expect(heard).toEqual(['error parse error', 'close parse error']))
    expect(polling.asked).toHaveLength(1)
  })

  it('ends where a portal takes the desk’s place in the middle of it', async () => {
    const { line, heard } = made()
    line.onclose?.()
    polling.answer(`${hello}\x1e6`)
    await eventually(() => expect(polling.asked).toHaveLength(2))
    polling.answer('<!doctype html>')
    await eventually(() => expect(heard).toEqual(['open', 'close parse error']))
  })

  it('is an error where neither way leads to the desk', async () => {
    const { line, heard } = made()
    line.onclose?.()
    polling.answer('', 502)
    await eventually(() => expect(heard).toEqual(['error transport error', 'close transport error']))
  })
})
