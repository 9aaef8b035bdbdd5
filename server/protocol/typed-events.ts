import type { z } from 'zod'
import type { Refused } from './errors.ts'

/**
 * What one event of a table asks and, where it is acknowledged, answers. `aside`: it changes no ticket and may take long, so
 * what the page sends after it does not wait for it.
 */
export type EventSchema = { ask: z.ZodType; answer?: z.ZodType; aside?: true }
export type EventTable = Record<string, EventSchema>

export type Ask<T extends EventTable, K extends keyof T> = z.output<T[K]['ask']>
export type Answer<A> = (A & { ok: true }) | Refused

/** Socket.IO's map of the events a client sends. */
export type Up<T extends EventTable> = {
  [K in keyof T]: T[K] extends { answer: infer A extends z.ZodType }
    ? (ask: z.input<T[K]['ask']>, ack: (answer: Answer<z.output<A>>) => void) => void
    : (ask: z.input<T[K]['ask']>) => void
}

/** Socket.IO's map of the events the server sends. */
export type Down<T extends Record<string, z.ZodType>> = { [K in keyof T]: (event: z.output<T[K]>) => void }
