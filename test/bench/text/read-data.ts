import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseMail } from '../../../server/channels/mail/parse-mail.ts'
import { type Topic, topics } from '../../../server/protocol/topics.ts'
import type { Said } from '../../../server/tickets/text/features.ts'

/** A labelled message. `print`: a short print of it, by which it is known again. */
export type Labelled = { name: string; said: Said; spam: boolean; print: number }
/** A message of our own with its topics. `held`: kept from learning, to measure by. */
export type Tagged = { language: string; text: string; topics: readonly Topic[]; held: boolean }

/** All SMS of `sms-*.tsv` in a folder: `ham` or `spam`, a tab, the text. */
export async function readSms(folder: string): Promise<Labelled[]> {
  const found: Labelled[] = []
  for (const file of (await readdir(folder)).filter((name) => /^sms.*\.tsv$/.test(name)).toSorted()) {
    for (const line of (await readFile(join(folder, file), 'utf8')).split('\n')) {
      const [, kind, text] = /^(ham|spam)\t(.*?)\r?$/.exec(line) ?? []
      if (kind === undefined || text === undefined) continue
      found.push({ name: file, said: { text, subject: null, signs: [] }, spam: kind === 'spam', print: printOf(text) })
    }
  }
  return found
}

/** All mails of `mails-*` in a folder, by their names `nice-*` and `spam-*`, read as the desk reads them. */
export async function readMails(folder: string): Promise<{ mails: Labelled[]; unreadable: string[] }> {
  const mails: Labelled[] = []
  const unreadable: string[] = []
  const context = { envelope: { from: 'someone@mail.example', to: ['help@shop.example'] }, own: [], trustedRelays: [] }
  for (const inside of (await readdir(folder)).filter((name) => name.startsWith('mails')).toSorted()) {
    for (const name of (await readdir(join(folder, inside))).filter((one) => /^(nice|spam)-/.test(one)).toSorted()) {
      const bytes = await readFile(join(folder, inside, name))
      const read = await parseMail(bytes, { ...context, receivedAt: 0 })
      const event = 'events' in read ? read.events[0] : undefined
      if (event?.kind !== 'message' || event.mail === null) {
        unreadable.push(name)
        continue
      }
      const said = { text: event.text, subject: event.mail.subject, signs: event.mail.signs }
      mails.push({ name, said, spam: name.startsWith('spam-'), print: printOf(bytes.toString('latin1')) })
    }
  }
  return { mails, unreadable }
}

const own = join('test', 'bench', 'text', 'labelled')

/** Our own messages: of those with the same topics in a language, every second one is held out. */
export async function readTagged(): Promise<Tagged[]> {
  const found: Tagged[] = []
  for (const language of ['en', 'de', 'pt']) {
    const times = new Map<string, number>()
    for (const line of await linesOf(`${language}.tsv`)) {
      const [named = '', text = ''] = line.split('\t')
      const n = times.get(named) ?? 0
      times.set(named, n + 1)
      const of = named.split(',').map((name) => {
        const topic = topics.find((one) => one === name)
        if (topic === undefined) throw new Error(`${language}.tsv: there is no topic ${name}`)
        return topic
      })
      found.push({ language, text, topics: of, held: n % 2 === 1 })
    }
  }
  return found
}

/** Spam of our own, in the languages and of the kinds that the other data does not have. */
export function readOwnSpam(): Promise<string[]> {
  return linesOf('spam.tsv')
}

/** What machines and partners write to a shop, and is no spam for all its links and sums. */
export function readOwnClean(): Promise<string[]> {
  return linesOf('clean.tsv')
}

async function linesOf(file: string): Promise<string[]> {
  return (await readFile(join(own, file), 'utf8')).split('\n').filter((line) => line.trim() !== '')
}

/** FNV-1a over the text: two different messages have the same one once in four thousand million times. */
export function printOf(text: string): number {
  let print = 0x811c9dc5
  for (let at = 0; at < text.length; at++) print = Math.imul(print ^ text.charCodeAt(at), 0x01000193)
  return print >>> 0
}
