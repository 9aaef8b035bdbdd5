import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import type { Parts } from '../parts.ts'
import type { PostOffice } from './post-office.ts'

const maxBytes = 40 * 1024 * 1024

export type Relay = { port: number; close(): Promise<void> }

/** The relay that the desk hands its mails to: takes them for anybody, as a shop's own provider does. */
export const openRelay = async (
  { memory, panel, reports }: Pick<Parts, 'memory' | 'panel' | 'reports'>,
  office: PostOffice,
  { host, port }: { host: string; port: number },
): Promise<Relay> => {
  const server = new SMTPServer({
    name: 'sandbox',
    banner: 'mail of the demo store',
    size: maxBytes,
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 500,
    onData(stream, { envelope }, done) {
      const from = envelope.mailFrom === false || envelope.mailFrom.address === '' ? null : envelope.mailFrom.address
      const to = envelope.rcptTo.map(({ address }) => address)
      const note = (status: string) =>
        memory.note({
          to: 'sandbox',
          method: 'SMTP',
          path: to.map((one) => `<${one}>`).join(' '),
          status,
          what: 'mail of the desk',
        })
      const take = async (): Promise<Error | null | 'silence'> => {
        const raw = await whole(stream)
        const failure = panel.takeFailure('email')
        if (failure?.how === 'refused') return new Refused(failure.status, failure.message)
        for (const address of to) {
          if (failure?.how !== 'bounced') await office.carry(raw, from, address, true)
          else reports.add(() => office.bringBack(raw, from, address, failure.code, failure.message))
        }
        return panel.now.answers === 'lost' ? 'silence' : null
      }
      take().then(
        (outcome) => {
          if (outcome === 'silence') return note('never answered')
          note(outcome instanceof Refused ? String(outcome.responseCode) : '250')
          return done(outcome)
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      )
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  // From now on an error is one connection's own.
  server.on('error', () => undefined)
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

const whole = async (stream: SMTPServerDataStream): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size <= maxBytes) chunks.push(chunk)
  }
  if (size > maxBytes) throw new Refused(552, '5.3.4 Message too big')
  return Buffer.concat(chunks)
}

class Refused extends Error {
  readonly responseCode: number
  constructor(code: number, words: string) {
    super(words)
    this.responseCode = code
  }
}
