import pino from 'pino'

export type Log = pino.Logger

/** Structured lines on standard output. What may be secret or personal is named here and never printed. */
export function createLog(level: string, to: pino.DestinationStream = pino.destination(1)): Log {
  const secret = ['token', 'password', 'secret', 'email', 'phone', 'text'].flatMap((name) => [name, `*.${name}`])
  // PostgreSQL puts a refused row's values there.
  const rows = ['err.detail', 'err.where']
  return pino({ level, base: null, redact: { paths: [...secret, ...rows], censor: '…' } }, to)
}
