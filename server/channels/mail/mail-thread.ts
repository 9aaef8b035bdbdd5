import { parentPort } from 'node:worker_threads'
import type { Attachment } from '../channel.ts'
import { type MailContext, type ReadMail, parseMail } from './parse-mail.ts'
import { type SafeHtml, type SafeHtmlWishes, safeHtml } from './safe-html.ts'

export type Task =
  | { kind: 'read'; raw: Uint8Array; context: MailContext }
  | { kind: 'clean'; html: string; wishes: SafeHtmlWishes }
export type Answer = { kind: 'read'; mail: ReadMail } | { kind: 'clean'; safe: SafeHtml | null }

// One task at a time; a throw ends the thread, and whoever waits is told.
parentPort?.on('message', (task: Task) => {
  if (task.kind === 'clean') parentPort?.postMessage({ kind: 'clean', safe: safeHtml(task.html, task.wishes) })
  else void read(task.raw, task.context)
})

async function read(raw: Uint8Array, context: MailContext): Promise<void> {
  const mail = await parseMail(raw, context)
  const answer: Answer = { kind: 'read', mail }
  parentPort?.postMessage(answer, buffers(mail))
}

/** Attachments are handed over, not copied. */
function buffers(mail: ReadMail): ArrayBuffer[] {
  const attachments: Attachment[] =
    'events' in mail ? mail.events.flatMap((event) => (event.kind === 'message' ? event.attachments : [])) : []
  const found = attachments.flatMap((one) => ('bytes' in one ? [one.bytes.buffer] : []))
  return [...new Set(found)].filter((buffer) => buffer instanceof ArrayBuffer)
}
