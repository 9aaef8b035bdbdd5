import { createTransport } from 'nodemailer'
import { brand } from '../brand.ts'
import type { Letter } from '../memory.ts'
import { newId } from '../ids.ts'
import type { Person } from '../people.ts'

export type Draft = {
  subject?: string
  text?: string
  html?: string
  /** Message-ID of the mail that is answered. */
  inReplyTo?: string
  attachments?: readonly { name: string; type: string; bytes: Buffer }[]
  /** The support address, unless it is an answer. */
  to?: string
  /** Somebody else's address, for a forger. */
  from?: string
  /** Whether the answered mail is quoted below, as mail programs do. */
  quote?: boolean
  headers?: Readonly<Record<string, string>>
}

/** The mail of a person as their mail program makes it. `answered`: the mail it answers. */
export const compose = async (
  person: Person,
  draft: Draft,
  answered: Letter | undefined,
  now: number,
): Promise<{ letter: Omit<Letter, 'error'>; from: string }> => {
  const { inReplyTo, attachments = [], quote = true } = draft
  const from = draft.from ?? person.email
  const to = draft.to ?? (answered ? answered.replyTo : brand.email.supportAddress)
  const id = newId.mail(from.slice(from.indexOf('@') + 1))
  const subject = draft.subject ?? (answered ? answerSubject(answered.subject) : '')
  const quoted =
    answered && quote ? `\n\n${introduction(answered)}\n${answered.text.trim().replace(/^/gm, '> ')}\n` : ''
  const text = (draft.text ?? '') + quoted
  const references = answered ? [...answered.references, answered.id] : inReplyTo === undefined ? [] : [inReplyTo]
  const made = await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail({
    from: { name: person.name, address: from },
    to,
    subject,
    text,
    ...(draft.html !== undefined && { html: draft.html }),
    messageId: `<${id}>`,
    date: new Date(now),
    ...(inReplyTo !== undefined && { inReplyTo: `<${inReplyTo}>` }),
    ...(references.length > 0 && { references: references.map((one) => `<${one}>`).join(' ') }),
    headers: { ...draft.headers },
    attachments: attachments.map(({ name, type, bytes }) => ({ filename: name, contentType: type, content: bytes })),
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  if (!Buffer.isBuffer(made.message)) throw new Error('the mail came out as a stream')
  return {
    from,
    letter: {
      id,
      person: person.id,
      isOwn: true,
      from,
      to,
      replyTo: from,
      subject,
      text,
      html: draft.html ?? null,
      files: [],
      references,
      envelopeFrom: from,
      at: now,
      isRead: true,
      raw: made.message,
    },
  }
}

const answerSubject = (subject: string): string => (/^\s*re:/i.test(subject) ? subject : `Re: ${subject}`)

const introduction = ({ from, at }: Letter): string =>
  `On ${new Date(at).toUTCString().slice(0, 16)}, ${new Date(at).toISOString().slice(11, 16)}, <${from}> wrote:`
