import { brand, deskHost } from '../brand.ts'
import type { Letter } from '../memory.ts'
import type { Parts } from '../parts.ts'
import { byMail, type Person } from '../people.ts'
import { bounceOf } from './bounce.ts'
import { compose, type Draft } from './compose.ts'
import { deliver, forwarded } from './deliver.ts'
import { readLetter } from './read.ts'

export type PostOffice = ReturnType<typeof createPostOffice>

/** Hears what the desk said against a mail; null: it took it. */
type Tell = (said: string | null) => void

/** Milliseconds before each further try with a mail that the desk put off. */
const waits: readonly number[] = [2_000, 10_000, 60_000]

/**
 * Every mail host of the sandbox in one: the people's mailboxes, the host of the support address that forwards to the
 * desk, the way to the desk's own door, and the one that brings back what nobody takes.
 */
export const createPostOffice = ({ memory, files }: Pick<Parts, 'memory' | 'files'>, smtpPort: () => number) => {
  const timers = new Set<NodeJS.Timeout>()

  const bringBack = async (raw: Buffer, from: string | null, recipient: string, status: string, said: string) => {
    // Nobody is told that a report did not arrive: that is how loops end.
    if (from === null) return
    const report = bounceOf(raw, { to: from, recipient, status, said, now: memory.now() })
    await carry(report, null, from, true)
  }

  /** To the desk; put off is tried again, refused is brought back. `tell` hears what was said to each try. */
  const toDesk = async (
    raw: Buffer,
    envelope: { from: string | null; to: string; recipient: string },
    tell: Tell,
    tries: readonly number[] = waits,
  ): Promise<void> => {
    const { from, to, recipient } = envelope
    const said = await deliver(memory, smtpPort(), raw, { from, to, what: `mail of ${from ?? 'the mail system'}` })
    tell(said)
    if (said === null) return
    const [wait, ...later] = tries
    if (said.startsWith('5')) await bringBack(raw, from, recipient, '5.0.0', said)
    else if (wait !== undefined) {
      const timer = setTimeout(() => {
        timers.delete(timer)
        void toDesk(raw, envelope, tell, later)
      }, wait)
      timers.add(timer)
    }
  }

  /** One mail to one address, wherever that is. `isReal`: the sender is who they say. */
  const carry = async (
    raw: Buffer,
    from: string | null,
    to: string,
    isReal: boolean,
    tell: Tell = () => {},
  ): Promise<void> => {
    const address = to.toLowerCase()
    if (address === brand.email.supportAddress) {
      const mail = forwarded(raw, { from: from ?? `MAILER-DAEMON@${brand.email.relay}`, isReal, now: memory.now() })
      return toDesk(mail, { from, to: brand.email.mailbox, recipient: address }, tell)
    }
    if (address.endsWith(`@${deskHost}`)) return toDesk(raw, { from, to, recipient: address }, tell)
    const person = byMail(address)
    if (person) {
      memory.keep(await readLetter(raw, { person, envelopeFrom: from, files, now: memory.now() }))
    } else await bringBack(raw, from, address, '5.1.1', '550 5.1.1 No such user here')
  }

  const markIn =
    (letter: Letter): Tell =>
    (said) => {
      letter.error = said
      memory.changed()
    }

  return {
    carry,
    bringBack,
    /** A mail of a person, written and sent. */
    async send(person: Person, draft: Draft): Promise<Letter> {
      const answered = memory.letters.find(({ id, person: whose }) => id === draft.inReplyTo && whose === person.id)
      const { letter, from } = await compose(person, draft, answered, memory.now())
      const attached = (draft.attachments ?? []).map((file) => files.keep(file).id)
      const kept = memory.keep({ ...letter, files: attached, error: null })
      await carry(letter.raw, from, letter.to, from === person.email, markIn(kept))
      return kept
    },
    /** The same mail once more, byte for byte. */
    again: (letter: Letter): Promise<void> =>
      carry(letter.raw, letter.envelopeFrom, letter.to, byMail(letter.from)?.id === letter.person, markIn(letter)),
    close(): void {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
