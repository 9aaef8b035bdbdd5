import type { Socket } from 'socket.io'
import type { z } from 'zod'
import { isStoreTrouble } from '../desk/trouble.ts'
import type { Log } from '../log.ts'
import { type ErrorCode, errorCodes, type Refused } from '../protocol/errors.ts'
import type { EventTable } from '../protocol/typed-events.ts'
import type { Allowance } from './allowance.ts'

/** An event without anything to tell is answered by `done`. */
type Answered<A extends z.ZodType> = Promise<
  (z.output<A> extends Record<string, never> ? { done: true } : z.output<A>) | { refused: ErrorCode }
>

/** One function for each event of a table: it gets what was asked, parsed, and returns what is answered. */
export type Handlers<T extends EventTable> = {
  [K in keyof T]: T[K] extends { answer: infer A extends z.ZodType }
    ? (ask: z.output<T[K]['ask']>) => Answered<A>
    : (ask: z.output<T[K]['ask']>) => Promise<void> | void
}

const mayComeLater = new Set<ErrorCode>(['too_fast', 'unavailable', 'internal'])

export function refused(code: ErrorCode): Refused {
  return { ok: false, code, retry: mayComeLater.has(code) }
}

/** More than this many unanswered events of one page are no page's. */
const mostWaiting = 500

/**
 * The one way in for every event of a socket: allowance, known event, shape, use case, one answer. A page's events are
 * taken in the order it sent them (I3), those that stand aside among themselves. Nothing that comes through here can throw into the process; what goes wrong
 * with us is logged under an id and told as a code.
 */
export function openDoor<T extends EventTable>(
  socket: Socket,
  table: T,
  handlers: Handlers<T>,
  allowance: Allowance,
  log: Log,
): void {
  const byName = new Map<string, { ask: z.ZodType; aside: boolean; handle: (ask: unknown) => unknown }>()
  for (const [name, schema] of Object.entries(table)) {
    const handler: unknown = handlers[name]
    if (typeof handler !== 'function') continue
    byName.set(name, {
      ask: schema.ask,
      aside: schema.aside === true,
      handle: (ask): unknown => Reflect.apply(handler, handlers, [ask]),
    })
  }

  const answerTo = async (name: string, ask: unknown): Promise<object> => {
    const verdict = await allowance.take(name)
    if (verdict === 'flood') socket.disconnect(true)
    if (verdict !== 'ok') return refused('too_fast')
    const event = byName.get(name)
    if (event === undefined) return refused('bad_event')
    const parsed = event.ask.safeParse(ask)
    if (!parsed.success) return refused('bad_request')
    try {
      const answer: unknown = await event.handle(parsed.data)
      if (answer === undefined || answer === null || typeof answer !== 'object' || 'done' in answer) return { ok: true }
      if ('refused' in answer) return refused(codeOf(answer.refused))
      return { ...answer, ok: true }
    } catch (error) {
      return refused(failed(log, error, name))
    }
  }

  /** What may take long and changes nothing has a line of its own: nobody's reply waits for a search. */
  const lines = { main: Promise.resolve(), aside: Promise.resolve() }
  let waiting = 0
  socket.onAny((name: string, ...args: unknown[]) => {
    const ack = args.at(-1)
    if (++waiting > mostWaiting) return void socket.disconnect(true)
    const line = byName.get(name)?.aside === true ? 'aside' : 'main'
    lines[line] = lines[line]
      .then(() => answerTo(name, args[0]))
      .then((answer) => {
        waiting--
        if (typeof ack === 'function') Reflect.apply(ack, undefined, [answer])
      })
      .catch((error: unknown) => void failed(log, error, 'an answer'))
  })
  socket.on('error', () => socket.disconnect(true))
}

const codeOf = (code: unknown): ErrorCode => errorCodes.find((known) => known === code) ?? 'internal'

/** Logs what went wrong with us under an id and says which code the other end gets. */
export function failed(log: Log, error: unknown, where: string): ErrorCode {
  const trouble = isStoreTrouble(error)
  log[trouble ? 'warn' : 'error']({ err: error, where }, trouble ? 'the store cannot be reached' : 'a bug')
  return trouble ? 'unavailable' : 'internal'
}
