/**
 * Engine.IO's client (protocol 4) for text: one WebSocket, or HTTP long polling where the network lets none through.
 * The build puts it in the place of engine.io-client below Socket.IO's own client: binary frames, cookies, upgrades and
 * other machines than browsers are most of that package, and no page of ours uses them.
 *
 * https://socket.io/docs/v4/engine-io-protocol/
 */
const packetOf = { open: '0', close: '1', ping: '2', pong: '3', message: '4', nothing: '6' }

/** Our own desk's first word. */
type Handshake = { sid: string; pingInterval: number; pingTimeout: number }
type Hear = (detail?: unknown) => void
type Way = { send: (packet: string) => void; close: () => void }
type Ends = { heard: (packet: string) => void; gone: () => void }

/** A network that swallows WebSockets without a word is found out after this many milliseconds. */
const patience = 8_000

export class Socket {
  private readonly ears = new Map<string, Set<Hear>>()
  private readonly address: URL
  private way: Way | undefined
  private state: 'opening' | 'open' | 'closed' = 'opening'
  /** After a ping every `interval`, the next is awaited until then. */
  private deadline = Infinity
  private silence = 0
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(origin: string, { path }: { path: string }) {
    this.address = new URL(`${path}/?EIO=4`, origin)
    this.timer = setTimeout(() => this.poll(), patience)
    try {
      this.way = byWebSocket(this.address, { heard: (packet) => this.heard(packet), gone: () => this.poll() })
    } catch {
      // Not even allowed to try.
      this.poll()
    }
  }

  on(name: string, hear: Hear): void {
    const hearing = this.ears.get(name) ?? new Set()
    this.ears.set(name, hearing.add(hear))
  }

  off(name: string, hear: Hear): void {
    this.ears.get(name)?.delete(hear)
  }

  /** Socket.IO gives it its packets. */
  write(text: string): void {
    if (this.state === 'open') this.way?.send(packetOf.message + text)
  }

  close(): void {
    if (this.state === 'closed') return
    this.way?.close()
    this.end('forced close')
  }

  /** Timers stand still while a machine sleeps: asked before every message whether the line went dead meanwhile. */
  _hasPingExpired(): boolean {
    const isExpired = Date.now() > this.deadline
    if (isExpired) queueMicrotask(() => this.lost('ping timeout'))
    return isExpired
  }

  /** The second way, where the first has not opened. */
  private poll() {
    if (this.state !== 'opening') return this.lost('transport close')
    clearTimeout(this.timer)
    this.way?.close()
    this.way = byPolling(this.address, {
      heard: (packet) => this.heard(packet),
      gone: () => this.lost('transport error'),
    })
  }

  private heard(packet: string) {
    if (this.state === 'closed') return
    const text = packet.slice(1)
    const type = packet[0]
    if (type === packetOf.open) this.opened(text)
    else if (type === packetOf.close) this.lost('transport close')
    else if (type === packetOf.message) this.emit('data', text)
    else if (type === packetOf.ping) {
      this.way?.send(packetOf.pong)
      this.emit('ping')
      this.await()
    } else if (type !== packetOf.nothing) {
      // Not our desk: a network's own page, say, which answers whatever is asked, at once and for ever.
      this.lost('parse error')
    }
  }

  private opened(handshake: string) {
    const said = parsed(handshake)
    if (!isHandshake(said)) return this.lost('parse error')
    const { sid, pingInterval, pingTimeout } = said
    this.address.searchParams.set('sid', sid)
    this.silence = pingInterval + pingTimeout
    this.state = 'open'
    this.await()
    this.emit('open')
  }

  private await() {
    clearTimeout(this.timer)
    this.deadline = Date.now() + this.silence
    this.timer = setTimeout(() => this.lost('ping timeout'), this.silence)
  }

  private lost(reason: string) {
    if (this.state === 'closed') return
    this.way?.close()
    if (this.state === 'opening') this.emit('error', new Error(reason))
    this.end(reason)
  }

  private end(reason: string) {
    this.state = 'closed'
    clearTimeout(this.timer)
    this.emit('close', reason)
  }

  private emit(name: string, detail?: unknown) {
    for (const hear of this.ears.get(name) ?? []) hear(detail)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isHandshake = (said: unknown): said is Handshake => said instanceof Object && 'sid' in said

function byWebSocket(origin: URL, { heard, gone }: Ends): Way {
  const address = new URL(`${origin}&transport=websocket`)
  address.protocol = address.protocol.replace('http', 'ws')
  // As text: pages wrap this, and not all of them know an URL.
  const socket = new WebSocket(address.href)
  socket.onmessage = ({ data }) => heard(String(data))
  socket.onclose = gone
  return {
    send: (packet) => socket.send(packet),
    close() {
      socket.onclose = socket.onmessage = null
      socket.close()
    },
  }
}

function byPolling(address: URL, { heard, gone }: Ends): Way {
  let isOver = false
  /** The last word sent: one request at a time, so that they arrive in order. */
  let last = Promise.resolve('')
  const ask = async (body?: string) => {
    const answer = await fetch(`${address}&transport=polling`, {
      method: body ? 'POST' : 'GET',
      ...(body && { body }),
      cache: 'no-store',
    })
    if (!answer.ok) throw new Error(`${answer.status}`)
    return answer.text()
  }
  const failed = () => {
    if (!isOver) gone()
    return ''
  }
  const listen = async () => {
    while (!isOver) for (const packet of (await ask()).split('\x1e')) heard(packet)
  }
  const send = (packet: string) => {
    last = last.then(() => ask(packet)).catch(failed)
  }
  listen().catch(failed)
  return {
    send,
    close() {
      if (address.searchParams.has('sid') && !isOver) send(packetOf.close)
      isOver = true
    },
  }
}

export const installTimerFunctions = (to: { setTimeoutFn: typeof setTimeout; clearTimeoutFn: typeof clearTimeout }) => {
  to.setTimeoutFn = setTimeout.bind(globalThis)
  to.clearTimeoutFn = clearTimeout.bind(globalThis)
}
export const nextTick = queueMicrotask.bind(globalThis)
