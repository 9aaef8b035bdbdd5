import type { ThreadEvent } from '../../protocol/thread.ts'

/** What a bubble shows of its mail; `subject` where it is not that of the mail before it. */
export type MailMark = { subject: string | null; more: boolean }
export type MailMarks = ReadonlyMap<string, MailMark>

const answers = /^\s*(?:(?:re|aw|antw|sv|vs|rif|odp|res|ref|fwd?|wg|enc)\s*(?:\[\d+\])?\s*:\s*)+/i

/** The mails of a thread by their message. A subject is said once, not with each answer. */
export function mailsOf(events: readonly ThreadEvent[]): MailMarks {
  const marks = new Map<string, MailMark>()
  let before = ''
  for (const event of events) {
    if (event.type !== 'message' || event.mail === undefined) continue
    const { subject, more } = event.mail
    const bare = subject.replace(answers, '').trim().toLowerCase()
    marks.set(event.id, { subject: bare === '' || bare === before ? null : subject, more })
    before = bare
  }
  return marks
}
