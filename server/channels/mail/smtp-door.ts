import type { Socket } from 'node:net'
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Log } from '../../log.ts'

/** `unreadable`: refused for good, its sender is told. */
export type Receipt = 'accepted' | 'later' | 'unknown_mailbox' | 'unreadable'

/** Addresses as the other side wrote them; `from` is null for the null sender `<>`. */
export type Envelope = { from: string | null; to: string[] }

export type SmtpDoor = { port: number; close(): Promise<void> }

const limits = {
  clients: 100,
  clientsPerAddress: 20,
  recipients: 100,
  /** Silence after which a client is sent away, and the longest a connection may last. */
  idleMs: 60_000,
  connectionMs: 600_000,
  /** Mails held in memory at once, in whole mails of the largest size. */
  mailsHeld: 8,
}

const replies: Record<Exclude<Receipt, 'accepted'>, [code: number, words: string]> = {
  later: [451, 'We cannot take this mail now, please try again later'],
  unknown_mailbox: [550, 'There is no such mailbox here'],
  unreadable: [554, 'This mail cannot be read'],
}

/**
 * Our own way in for mail. Says 250 only after `receive` resolved (SAFETY 2), 451 when it cannot be done now, 550 and
 * 554 when never. Nobody signs in and nothing is passed on: what is not for one of our mailboxes is refused. Rejects
 * when the port cannot be had.
 */
export async function openSmtpDoor(given: {
  host: string
  port: number
  maxBytes: number
  receive: (raw: Buffer, envelope: Envelope) => Promise<Receipt>
  log: Log
  /** Of a connection, in milliseconds: for tests. */
  idleMs?: number
}): Promise<SmtpDoor> {
  const { host, port, maxBytes, receive, log, idleMs = limits.idleMs } = given
  const sockets = new Set<Socket>()
  let held = 0

  const server = new SMTPServer({
    name: 'customer-hub',
    banner: 'mail for customers and their shop',
    size: maxBytes,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    maxClients: limits.clients,
    socketTimeout: idleMs,
    closeTimeout: 2_000,
    onConnect(session, done) {
      const address = socketOf(session)?.remoteAddress
      const open = [...sockets].filter((socket) => socket.remoteAddress === address).length
      done(open > limits.clientsPerAddress ? refusal(421, 'Too many connections from your address') : null)
    },
    onRcptTo(_address, { envelope }, done) {
      done(envelope.rcptTo.length >= limits.recipients ? refusal(452, 'Too many recipients') : null)
    },
    onData(stream, session, done) {
      take(stream, session).then(
        (receipt) => done(receipt === 'accepted' ? null : refusal(...replies[receipt])),
        (error: unknown) => {
          if (!(error instanceof Refused)) log.error({ err: error }, 'taking a mail failed')
          done(error instanceof Refused ? error : refusal(...replies.later))
        },
      )
    },
  })

  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Receipt> {
    const chunks: Buffer[] = []
    let size = 0
    let isFull = false
    try {
      for await (const chunk of stream) {
        if (!Buffer.isBuffer(chunk)) continue
        size += chunk.length
        // Too much is read on and thrown away, so that the sender hears why; who never ends is cut off.
        if (size > maxBytes * 2) {
          socketOf(session)?.destroy()
          throw refusal(552, 'This mail is too large')
        }
        isFull ||= held + chunk.length > maxBytes * limits.mailsHeld
        if (isFull || size > maxBytes) release(chunks)
        else {
          chunks.push(chunk)
          held += chunk.length
        }
      }
      if (size > maxBytes) throw refusal(552, 'This mail is too large')
      if (isFull) return 'later'
      const { mailFrom, rcptTo } = session.envelope
      const from = mailFrom === false || mailFrom.address === '' ? null : mailFrom.address
      return await receive(Buffer.concat(chunks, size), { from, to: rcptTo.map(({ address }) => address) })
    } finally {
      release(chunks)
    }
  }

  function release(chunks: Buffer[]): void {
    for (const chunk of chunks.splice(0)) held -= chunk.length
  }

  /** The library hands out no socket: it is the one with the session's port and address. */
  function socketOf({ remotePort, remoteAddress }: SMTPServerSession): Socket | undefined {
    return [...sockets].find(
      (socket) => socket.remotePort === remotePort && (socket.remoteAddress ?? '').endsWith(remoteAddress),
    )
  }

  server.server.on('connection', (socket: Socket) => {
    const deadline = setTimeout(() => socket.destroy(), limits.connectionMs)
    sockets.add(socket)
    socket.on('close', () => {
      clearTimeout(deadline)
      sockets.delete(socket)
    })
  })

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  // From now on an error is one connection's: reset, broken off, talking nonsense.
  server.on('error', (error) => log.debug({ err: error }, 'an SMTP connection broke'))

  const address = server.server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

class Refused extends Error {
  readonly responseCode: number
  constructor(code: number, words: string) {
    super(words)
    this.responseCode = code
  }
}

function refusal(code: number, words: string): Refused {
  return new Refused(code, words)
}
