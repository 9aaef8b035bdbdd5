import { createServer } from 'node:http'
import type { Socket } from 'node:net'
import { Server } from 'socket.io'
import type { Conversation, FromCustomer, HoursNow, ToCustomer } from '../../../server/protocol/customer-events.ts'
import type { ErrorCode, Refused } from '../../../server/protocol/errors.ts'
import type { ThreadEvent, ThreadMessage } from '../../../server/protocol/thread.ts'

type Ask<K extends keyof FromCustomer> = Parameters<FromCustomer[K]>[0]
type Ack<K extends 'conversation.sync' | 'conversation.older' | 'message.send'> = Parameters<FromCustomer[K]>[1]
type Done = (answer: { ok: true }) => void
type Kept = { id: string; closed: boolean; seen: number; events: ThreadEvent[] }

const refuse = (code: ErrorCode, retry = false): Refused => ({ ok: false, code, retry })
const uuid = (start: string, n: number) => `${start}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const holdOf = (ticket: Kept) => `hold ${ticket.id}`

const isAck = (last: unknown): last is (answer: object) => void => typeof last === 'function'

/** The desk as one shopper's pages meet it: a real Socket.IO server on a port of its own, tickets in memory. */
export async function fakeDesk() {
  const tickets: Kept[] = []
  /** What pages asked, as "event json". */
  const asked: string[] = []
  const tokens: unknown[] = []
  const http = createServer((_request, response) => void response.writeHead(404).end())
  const io = new Server(http, { path: '/socket/customer' })
  const kept: { file: string; path: string }[] = []
  let asks = false
  let asksAddress = false
  let left: string | null = null
  let hours: HoursNow | null = null
  let refusedAtDoor: ErrorCode | null = null
  let refuseNext: { event: keyof FromCustomer; answer: Refused; fits: (ask: string) => boolean } | null = null
  let page = 50
  let messages = 0
  let ackFirst = false
  let isBlocked = false
  let isCut = false
  let gate = Promise.resolve()
  const lines = new Set<Socket>()
  http.on('connection', (line: Socket) => {
    lines.add(line)
    if (isCut) line.destroy()
  })

  const tell = <K extends keyof ToCustomer>(name: K, event: Parameters<ToCustomer[K]>[0]) => void io.emit(name, event)
  const running = () => tickets.findLast((ticket) => !ticket.closed)
  const find = (id: string) => tickets.find((ticket) => ticket.id === id)

  function open(): Kept {
    const ticket: Kept = { id: uuid('a', tickets.length + 1), closed: false, seen: 0, events: [] }
    tickets.push(ticket)
    return ticket
  }

  function add<E extends ThreadEvent>(ticket: Kept, make: (n: number) => E): E {
    const event = make(ticket.events.length + 1)
    ticket.events.push(event)
    tell('thread.event', { ticket: ticket.id, event })
    return event
  }

  const message =
    (written: Partial<ThreadMessage>) =>
    (n: number): ThreadMessage => ({
      type: 'message',
      n,
      at: Date.UTC(2026, 10, 20, 12, n),
      id: uuid('b', ++messages),
      from: 'agent',
      name: 'Jonas',
      channel: 'web_chat',
      text: '',
      ...written,
    })

  function close(by: 'customer' | 'agent' = 'agent') {
    const ticket = running()
    if (!ticket) return
    ticket.closed = true
    const at = Date.UTC(2026, 10, 20, 13)
    add(ticket, (n) => ({ type: 'status', n, at, status: 'closed', by, name: null, until: null }))
  }

  io.use((socket, next) => {
    tokens.push(socket.handshake.auth.token)
    if (!refusedAtDoor) return next()
    next(Object.assign(new Error(refusedAtDoor), { data: { code: refusedAtDoor } }))
  })
  io.on('connection', (socket) => {
    socket.onAny((name: string, ask: unknown) => asked.push(`${name} ${JSON.stringify(ask)}`))
    socket.use((packet, next) => {
      const refused = refuseNext
      const ack: unknown = packet.at(-1)
      const fits = refused && packet[0] === refused.event && refused.fits(JSON.stringify(packet[1]))
      if (!fits || !isAck(ack)) return next()
      refuseNext = null
      ack(refused.answer)
    })
    socket.on(
      'conversation.sync',
      async ({ ticket: id, after, hold }: Ask<'conversation.sync'>, ack: Ack<'conversation.sync'>) => {
        // Reading takes longer than taking a message in: nobody may count on the order of answers.
        await new Promise((done) => setTimeout(done, 15))
        const ticket = id === null ? running() : find(id)
        const beside = { hours, ...(asksAddress && { left }) }
        await gate
        const none = { ok: true as const, conversation: null, events: [], earlier: false, more: false, hours }
        if (!ticket) return ack(id === null ? none : refuse('not_found'))
        if (ticket.closed && hold !== holdOf(ticket)) return ack(refuse('not_found'))
        const { closed, seen, events } = ticket
        const conversation: Conversation = {
          ticket: ticket.id,
          closed,
          seen,
          hold: holdOf(ticket),
          last: events.length,
        }
        const from = after || Math.max(0, events.length - page)
        const earlier = !after && from > 0
        ack({
          ok: true,
          conversation,
          events: events.slice(from),
          earlier,
          more: false,
          ...beside,
        })
      },
    )
    socket.on('conversation.older', ({ ticket, before }: Ask<'conversation.older'>, ack: Ack<'conversation.older'>) => {
      const from = Math.max(0, before - 1 - page)
      ack({ ok: true, events: find(ticket)?.events.slice(from, before - 1) ?? [], earlier: from > 0 })
    })
    socket.on('message.send', ({ id, text }: Ask<'message.send'>, ack: Ack<'message.send'>) => {
      const twice = tickets.find((one) => one.events.some((event) => event.type === 'message' && event.id === id))
      const ticket = twice ?? running() ?? (isBlocked ? tickets.at(-1) : undefined) ?? open()
      const n = (twice?.events.findIndex((event) => event.type === 'message' && event.id === id) ?? -1) + 1
      const answer = { ok: true as const, ticket: ticket.id, hold: holdOf(ticket), at: 1 }
      if (isBlocked) return ack({ ...answer, n: 99 })
      if (twice) return ack({ ...answer, n })
      if (ackFirst) ack({ ...answer, n: ticket.events.length + 1 })
      const stored = add(ticket, message({ id, text, from: 'customer', name: null }))
      if (!ackFirst) ack({ ...answer, n: stored.n })
    })
    socket.on('file.links', (_ask: object, ack: Parameters<FromCustomer['file.links']>[1]) => {
      ack({ ok: true, links: kept, until: 0 })
    })
    socket.on('address.leave', ({ email }: Ask<'address.leave'>, ack: Parameters<FromCustomer['address.leave']>[1]) => {
      if (!email.includes('@')) return ack(refuse('no_address'))
      left = email
      ack({ ok: true, email })
    })
    socket.on('satisfaction.ask', (_ask: object, ack: Parameters<FromCustomer['satisfaction.ask']>[1]) => {
      ack({ ok: true, ask: asks })
    })
    socket.on('satisfaction.give', (_given: object, ack: Done) => ack({ ok: true }))
    socket.on('message.seen', ({ ticket, n }: Ask<'message.seen'>, ack: Done) => {
      const seen = find(ticket)
      if (seen) seen.seen = n
      ack({ ok: true })
    })
    socket.on('conversation.end', (_ask: object, ack: Done) => {
      close('customer')
      ack({ ok: true })
    })
  })

  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const address = http.address()
  const port = typeof address === 'object' ? address?.port : 0

  return {
    url: `http://127.0.0.1:${port}`,
    tell,
    asked,
    tokens,
    tickets,
    running,
    open,
    close,
    /** Writes into the running ticket, or into a new one. */
    write: (written: Partial<ThreadMessage>) => add(running() ?? open(), message(written)),
    /** Takes a number without telling anybody, as if the event was lost on the way. */
    lose(written: Partial<ThreadMessage>) {
      const ticket = running() ?? open()
      ticket.events.push(message(written)(ticket.events.length + 1))
    },
    /** A file of whatever message, and where it lies. */
    keepsFile: (file: string, path: string) => void kept.push({ file, path }),
    /** the shop knows no address of this shopper. */
    asksForAddress() {
      asksAddress = true
    },
    /** D-10: it wants to know how it was. */
    wantsToKnow() {
      asks = true
    },
    says(now: HoursNow | null) {
      hours = now
    },
    refuseAtDoor(code: ErrorCode | null) {
      refusedAtDoor = code
    },
    /** The next event of that name, whatever the page asks beside it. */
    refuseOnce(event: keyof FromCustomer, code: ErrorCode, retry = false, fits = (_ask: string) => true) {
      refuseNext = { event, answer: refuse(code, retry), fits }
    },
    pageSize(size: number) {
      page = size
    },
    /** S-9: what they send is acknowledged as ever, and nobody hears of it. */
    block() {
      close()
      isBlocked = true
    },
    /** What is read of a conversation is answered only when what is returned is called, as it was when it was read. */
    holdAnswers() {
      let release = () => {}
      gate = new Promise((done) => (release = done))
      return release
    },
    acknowledgeFirst() {
      ackFirst = true
    },
    /** Everybody's connection breaks, and nobody gets in until `letIn`. */
    shut() {
      refusedAtDoor = 'unavailable'
      for (const socket of io.sockets.sockets.values()) socket.conn.close()
    },
    /** The network lets nothing through any more, neither a WebSocket nor polling, until `letIn`. */
    cut() {
      isCut = true
      for (const line of lines) line.destroy()
    },
    letIn() {
      refusedAtDoor = null
      isCut = false
      dispatchEvent(new Event('online'))
    },
    stop: () => io.close(),
  }
}
