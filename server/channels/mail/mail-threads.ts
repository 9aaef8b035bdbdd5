import { Worker } from 'node:worker_threads'
import type { Log } from '../../log.ts'
import type { ChannelEvent } from '../channel.ts'
import { mailLimits } from './limits.ts'
import type { Answer, Task } from './mail-thread.ts'
import { script } from './mail-thread.ts?thread'
import type { MailContext, ReadMail } from './parse-mail.ts'
import type { SafeHtml, SafeHtmlWishes } from './safe-html.ts'

/** Reads and cleans mails beside the server's own thread, so that no mail can keep it busy (SAFETY S15, F18). */
export type MailThreads = {
  /** Never rejects for what stands in a mail: that is `unreadable`. */
  read(raw: Uint8Array, context: MailContext): Promise<ReadMail>
  /** Null when the mail cannot be shown as HTML: its text is to be shown. */
  clean(html: string, wishes: SafeHtmlWishes): Promise<SafeHtml | null>
  close(): Promise<void>
}

type Trouble = 'too_slow' | 'too_much_memory' | 'broken'
type Job = { task: Task; done: (answer: Answer | Trouble) => void }

/**
 * At most `most` threads, started when needed, one task a time each; a thread that takes longer than `timeMs`, eats too
 * much memory or breaks is ended, and only its own task with it. Idle threads do not keep the process alive.
 */
export function openMailThreads(given: { log: Log; most?: number; timeMs?: number }): MailThreads {
  const { log, most = 2, timeMs = mailLimits.timeMs } = given
  const waiting: Job[] = []
  const idle: Worker[] = []
  const all = new Set<Worker>()

  function next(): void {
    const job = waiting[0]
    if (job === undefined) return
    const thread = idle.pop() ?? (all.size < most ? start() : undefined)
    if (thread === undefined) return
    waiting.shift()
    run(thread, job)
    next()
  }

  function start(): Worker {
    const thread = new Worker(script, {
      eval: true,
      env: {},
      name: 'mail',
      resourceLimits: { maxOldGenerationSizeMb: mailLimits.memoryMb },
    })
    all.add(thread)
    // An idle thread that ends: nobody waits for it.
    thread.on('error', () => lose(thread))
    thread.on('exit', () => lose(thread))
    return thread
  }

  function lose(thread: Worker): void {
    all.delete(thread)
    const at = idle.indexOf(thread)
    if (at !== -1) idle.splice(at, 1)
  }

  function run(thread: Worker, { task, done }: Job): void {
    thread.ref()
    const finish = (answer: Answer | Trouble) => {
      clearTimeout(timer)
      thread.off('message', finish).off('error', broke).off('exit', ended)
      if (typeof answer === 'string') {
        lose(thread)
        void thread.terminate()
      } else {
        thread.unref()
        idle.push(thread)
      }
      done(answer)
      next()
    }
    const broke = (error: Error) => {
      if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return finish('too_much_memory')
      log.error({ err: error }, 'reading a mail failed')
      finish('broken')
    }
    const ended = () => finish('broken')
    const timer = setTimeout(() => finish('too_slow'), timeMs)
    thread.on('message', finish).on('error', broke).on('exit', ended)
    thread.postMessage(task)
  }

  const answer = (task: Task) =>
    new Promise<Answer | Trouble>((done) => {
      waiting.push({ task, done })
      next()
    })

  return {
    async read(raw, context) {
      if (raw.length > mailLimits.bytes) return { unreadable: 'too_large' }
      const told = await answer({ kind: 'read', raw, context })
      if (typeof told === 'string') return { unreadable: told }
      if (told.kind !== 'read') throw new Error('a mail thread answered something else')
      return 'events' in told.mail ? { events: told.mail.events.map(withBuffers) } : told.mail
    },
    async clean(html, wishes) {
      if (html.length > mailLimits.htmlChars) return null
      const told = await answer({ kind: 'clean', html, wishes })
      return typeof told !== 'string' && told.kind === 'clean' ? told.safe : null
    },
    async close() {
      for (const { done } of waiting.splice(0)) done('too_slow')
      await Promise.all([...all].map((thread) => thread.terminate()))
    },
  }
}

/** Between threads a Buffer becomes the plain bytes it is made of. */
function withBuffers(event: ChannelEvent): ChannelEvent {
  if (event.kind !== 'message') return event
  return {
    ...event,
    attachments: event.attachments.map((one) =>
      'bytes' in one
        ? { ...one, bytes: Buffer.from(one.bytes.buffer, one.bytes.byteOffset, one.bytes.byteLength) }
        : one,
    ),
  }
}
