import { randomUUID } from 'node:crypto'
import type { Channel, PhoneChannel } from './brand.ts'
import type { Draft } from './mail/compose.ts'
import type { PostOffice } from './mail/post-office.ts'
import type { Entry, Letter } from './memory.ts'
import { handshake } from './meta/door.ts'
import type { Parts, Written } from './parts.ts'
import { personOf } from './people.ts'
import { pictureBytes, type SamplePicture, samplePictures, storyPicture } from './pictures.ts'
import type { createProgress } from './progress.ts'
import type { File } from './files.ts'
import type { Switches } from './switches.ts'

export type Writers = Record<
  PhoneChannel,
  { write(person: ReturnType<typeof personOf>, what: Written): Promise<Entry> }
>

export type Acts = ReturnType<typeof createActs>

/** Everything that people and carriers can be made to do: by the page, and by tests. People are named by their id. */
export const createActs = (
  parts: Omit<Parts, 'progress'> & { progress: ReturnType<typeof createProgress> },
  writers: Writers,
  office: PostOffice,
) => {
  const { memory, files, desk, panel, reports, postbag, progress, secret } = parts
  const keep = (picture: SamplePicture): string =>
    files.keep({ name: picture.name, type: 'image/png', bytes: pictureBytes(picture) }, picture.id).id

  return {
    /** Writes into a phone. Resolves when the desk's door has answered for the first time. */
    text: (person: string, channel: PhoneChannel, text: string): Promise<Entry> =>
      writers[channel].write(personOf(person), { text, files: [] }),

    /** Sends a picture: a sample by its id, or bytes. */
    picture(
      person: string,
      channel: PhoneChannel,
      {
        sample = 'mug',
        file,
        text = '',
      }: { sample?: string; file?: { name: string; type: string; bytes: Buffer }; text?: string } = {},
    ): Promise<Entry> {
      const known = samplePictures.find(({ id }) => id === sample) ?? samplePictures[0] ?? storyPicture
      const id = file ? files.keep(file).id : keep(known)
      return writers[channel].write(personOf(person), { text, files: [id] })
    },

    /** Answers the shop's story on Instagram. */
    storyReply: (person: string, text: string): Promise<Entry> =>
      writers.instagram.write(personOf(person), {
        text,
        files: [],
        story: { kind: 'reply', file: keep(storyPicture) },
      }),

    /** Names the shop in a story of their own. */
    storyMention: (person: string): Promise<Entry> =>
      writers.instagram.write(personOf(person), {
        text: '',
        files: [],
        story: { kind: 'mention', file: keep(storyPicture) },
      }),

    mail: (person: string, draft: Draft): Promise<Letter> => office.send(personOf(person), draft),

    /** The same delivery once more, byte for byte, as providers do: a message by its id, or a mail by its Message-ID. */
    async again(id: string): Promise<void> {
      const entry = memory.entry(id)
      const letter = memory.letters.find((one) => one.id === id && one.isOwn)
      if (entry) await postbag.again(entry)
      else if (letter) await office.again(letter)
      else throw new Error(`nothing here has the id ${id}`)
    },

    /** All bubbles between a person and the brand, oldest first. */
    thread: (person: string, channel: PhoneChannel): readonly Entry[] => memory.thread(personOf(person), channel),
    /** A file of a bubble; undefined once newer ones have pushed it out. */
    file: (id: string): File | undefined => files.find(id),
    /** All mails a person has sent and got, oldest first. */
    letters: (person: string): readonly Letter[] => memory.letters.filter((one) => one.person === person),
    /** The last exchanges with the desk, oldest first. */
    exchanges: () => memory.exchanges,

    /** Looks at a thread: its messages are read. */
    open: (person: string, channel: PhoneChannel): void => progress.open(personOf(person), channel),
    readLetter(letter: Letter): void {
      if (letter.isRead) return
      letter.isRead = true
      memory.changed()
    },

    switches(): Readonly<Switches> {
      return panel.now
    },
    set(some: Partial<Switches>): void {
      panel.set(some)
      reports.begin()
    },
    reset(): void {
      panel.reset()
      reports.begin()
    },
    /** What the next message that the desk sends on a channel will meet: a code of failures.ts. Happens once. */
    failNext: (channel: Channel, code: string | null): void => panel.failNext(channel, code),
    /** Brings the next mail back to its envelope's sender (RFC 3464). */
    bounceNext: (status: '5.1.1' | '5.2.2' = '5.1.1'): void => panel.failNext('email', status),
    /** A phone that is off gets nothing until it is on again. */
    offline: (person: string, isOffline: boolean): void =>
      isOffline ? panel.setOffline(personOf(person).id, true) : progress.online(personOf(person)),
    /** Tells the desk at once what it has not been told yet. Resolves when it is told. */
    release: (): Promise<void> => reports.release(),
    /** Whether the desk knows Meta's door for its own. */
    handshake: (): Promise<boolean> => handshake(desk, secret, randomUUID()),

    /** Waits until something holds of what was sent and received. */
    until(holds: () => boolean, ms = 10_000): Promise<void> {
      return new Promise((resolve, reject) => {
        const stop = (): void => {
          unwatch()
          clearTimeout(timer)
        }
        const look = (): void => {
          if (!holds()) return
          stop()
          resolve()
        }
        const unwatch = memory.watch(look)
        const timer = setTimeout(() => {
          stop()
          reject(new Error(`did not come true within ${ms} ms: ${String(holds)}`))
        }, ms)
        look()
      })
    },
  }
}
