import { signal, type ReadonlySignal } from '@preact/signals'
import { Manager } from 'socket.io-client'
import type { ErrorCode, Refused } from '../../server/protocol/errors.ts'
import { protocolVersion } from '../../server/protocol/version.ts'
import type { World } from './world.ts'

/**
 * `offline` tries again by itself; `signed_out` and `version` are final for this link: sign in again, or reload.
 */
export type LinkState = 'connecting' | 'online' | 'offline' | 'signed_out' | 'version'

/** Socket.IO's event maps, as server/protocol types them. */
type EventMap = Record<string, (...args: never[]) => void>
type AckOf<F extends (...args: never[]) => void> =
  Parameters<F> extends [unknown, (answer: infer A) => void] ? A : never
type WithAck<U extends EventMap> = { [K in keyof U & string]: AckOf<U[K]> extends never ? never : K }[keyof U & string]
type FirstOf<F extends (...args: never[]) => void> = Parameters<F>[0]

export type Link<U extends EventMap, D extends EventMap> = {
  readonly state: ReadonlySignal<LinkState>
  /** The refusal that ended the link, if one did. */
  readonly refusal: ReadonlySignal<ErrorCode | null>
  /** Asks and waits for the ack. Without a connection, or without an ack in 10 s, a refusal to retry: never throws. */
  ask: <K extends WithAck<U>>(event: K, ask: FirstOf<U[K]>) => Promise<AckOf<U[K]> | Refused>
  /** Says something that needs no answer; without a connection it is gone. */
  tell: <K extends Exclude<keyof U & string, WithAck<U>>>(event: K, ask: FirstOf<U[K]>) => void
  on: <K extends keyof D & string>(event: K, hear: (event: FirstOf<D[K]>) => void) => void
  /** Runs now if connected, and on every later (re)connect. */
  onOnline: (run: () => void) => void
  /** Try now instead of after the pause. */
  hurry: () => void
  close: () => void
}

export type LinkParts = {
  /** Origin of the desk. */
  url: string
  path: '/socket/customer' | '/socket/agent'
  /** Asked anew for every connect, so that a token is always fresh. null: nobody is signed in. Left out: a cookie speaks. */
  token?: () => Promise<string | null>
  /** A token that was asked for anew was refused, too. Said once. */
  stale?: () => void
  world: World
}

const ackTimeout = 10_000
/** Whoever keeps handing out a token that has run out may notice: the pauses before the desk is asked again. */
const renewals = [0, 3_000, 10_000, 30_000]
/** A connection that the desk ends sooner was not worth it: the next one waits longer. */
const lasting = 30_000
const noConnection: Refused = { ok: false, code: 'unavailable', retry: true }

/** The one connection of a page. Keeps trying with randomised pauses; what is missed meanwhile, threads fetch by their cursor. */
export function createLink<U extends EventMap, D extends EventMap>({
  url,
  path,
  token,
  stale,
  world,
}: LinkParts): Link<U, D> {
  const state = signal<LinkState>('connecting')
  const refusal = signal<ErrorCode | null>(null)
  const onlineRuns: (() => void)[] = []
  /** Connects refused, or ended at once, in a row; the first `signed_out` may only mean that the token had run out. */
  let refused = 0
  let connectedAt = 0
  let isStaleTold = false
  let cancelRetry = () => {}

  const manager = new Manager(url, {
    path,
    reconnectionDelayMax: 15_000,
    randomizationFactor: 0.7,
  })
  const socket = manager.socket('/', {
    auth: (give) => {
      if (!token) return give({ v: protocolVersion })
      token().then(
        (fresh) =>
          fresh === null
            ? end('signed_out')
            : give({ v: protocolVersion, token: fresh, zone: new Intl.DateTimeFormat().resolvedOptions().timeZone }),
        // The shop did not answer: that is a bad connection, not a sign-out.
        () => manager.engine.close(),
      )
    },
  })

  function end(code: ErrorCode) {
    cancelRetry()
    refusal.value = code
    state.value = code === 'version' ? 'version' : 'signed_out'
    socket.disconnect()
  }

  function connectAgain(pause: number) {
    cancelRetry()
    cancelRetry = world.after(pause * (0.5 + world.random()), () => socket.connect())
  }

  socket.on('connect', () => {
    connectedAt = world.now()
    state.value = 'online'
    for (const run of onlineRuns) run()
  })
  socket.on('disconnect', (reason) => {
    if (world.now() - connectedAt > lasting) refused = 0
    if (state.peek() !== 'online') return
    state.value = 'connecting'
    // The server ends a socket when its token runs out: Socket.IO leaves coming back to us then.
    if (reason === 'io server disconnect') connectAgain(Math.min(30_000, 500 * 4 ** refused++))
  })
  socket.on('connect_error', (error) => {
    state.value = 'offline'
    // Still active: no network, and Socket.IO tries again. Otherwise the server has said why not.
    if (socket.active) return
    const { code, retry } = refusalOf(error)
    const pause = code === 'signed_out' && token ? renewals[refused] : undefined
    refused++
    if (pause && !isStaleTold) {
      isStaleTold = true
      stale?.()
    }
    if (retry) connectAgain(Math.min(30_000, 1000 * 2 ** refused))
    else if (pause !== undefined) connectAgain(pause)
    else end(code)
  })

  const hurry = () => {
    if (state.peek() === 'offline') socket.disconnect().connect()
  }
  const lost = () => {
    if (state.peek() !== 'offline' && state.peek() !== 'online') return
    state.value = 'offline'
    // A dead network is noticed by Socket.IO only after its ping timeout; until then every ask would wait in vain.
    socket.disconnect().connect()
  }
  addEventListener('online', hurry)
  addEventListener('offline', lost)

  return {
    state,
    refusal,
    ask: <K extends WithAck<U>>(event: K, ask: FirstOf<U[K]>) =>
      new Promise<AckOf<U[K]> | Refused>((resolve) => {
        if (!socket.connected) return resolve(noConnection)
        const acked = (late: Error | null, answer: AckOf<U[K]>) => resolve(late ? noConnection : answer)
        socket.timeout(ackTimeout).emit(event, ask, acked)
      }),
    tell(event, ask) {
      if (socket.connected) socket.emit(event, ask)
    },
    on(event, hear) {
      socket.on<string>(event, hear)
    },
    onOnline(run) {
      onlineRuns.push(run)
      if (socket.connected) run()
    },
    hurry,
    close() {
      cancelRetry()
      removeEventListener('online', hurry)
      removeEventListener('offline', lost)
      socket.disconnect()
    },
  }
}

/** Codes after which the very same connect may succeed later. */
const passing: readonly ErrorCode[] = ['too_fast', 'unavailable', 'internal']

function refusalOf(error: Error): { code: ErrorCode; retry: boolean } {
  const data: { code?: ErrorCode } = 'data' in error && typeof error.data === 'object' && error.data ? error.data : {}
  const code = data.code ?? 'internal'
  return { code, retry: passing.includes(code) }
}
