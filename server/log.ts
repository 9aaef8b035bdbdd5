import pino from 'pino'

export type Log = pino.Logger

/** Structured lines on standard output. What may be secret or personal is named here and never printed. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: {
      paths: ['*.token', '*.password', '*.email', '*.phone', '*.text', 'token', 'password', 'email', 'phone', 'text'],
      censor: '…',
    },
  })
}
