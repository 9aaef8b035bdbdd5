import { brand } from '../brand.ts'
import type { Entry } from '../memory.ts'
import { newId } from '../ids.ts'
import type { Parts, Reporter, Written } from '../parts.ts'
import { type Person, byPhone } from '../people.ts'
import { twilioSignature } from '../signatures.ts'
import { account, inboundForm, statusForm } from './form.ts'

const keywords: Readonly<Record<string, 'STOP' | 'START' | 'HELP'>> = {
  ...Object.fromEntries(
    ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'].map(
      (word) => [word, 'STOP'] as const,
    ),
  ),
  ...Object.fromEntries(['START', 'YES', 'UNSTOP'].map((word) => [word, 'START'] as const)),
  ...Object.fromEntries(['HELP', 'INFO'].map((word) => [word, 'HELP'] as const)),
}

const answers = {
  STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  START:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe.',
  HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
} as const

export type Sms = ReturnType<typeof createSms>

/** The carrier of SMS, as Twilio speaks for it. */
export const createSms = (parts: Parts) => {
  const { memory, files, desk, panel, postbag, secret, selfUrl } = parts
  /** Where the desk wants to hear of each of its messages. */
  const statusUrls = new Map<string, string>()

  const post = (url: string, form: URLSearchParams, what: string) =>
    desk.post(
      url,
      {
        'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
        'x-twilio-signature': twilioSignature(secret, url, form),
        'user-agent': 'TwilioProxy/1.1',
        'i-twilio-idempotency-token': form.get('MessageSid') ?? '',
      },
      form.toString(),
      what,
    )

  /** What the carrier itself does with STOP and its kin: whole words only, in any case. */
  const keywordIn = (person: Person, text: string): 'STOP' | 'START' | 'HELP' | undefined => {
    const keyword = keywords[text.trim().toUpperCase()]
    if (keyword === undefined || panel.now.stop === 'left to us') return undefined
    if (keyword === 'STOP') panel.stopped.add(person.phone)
    if (keyword === 'START') panel.stopped.delete(person.phone)
    return keyword
  }

  const report: Reporter = (person, entries, state, failure) =>
    state === 'read'
      ? []
      : entries.flatMap((entry) => {
          const url = statusUrls.get(entry.id)
          if (url === undefined) return []
          const status = state === 'failed' ? 'undelivered' : state
          const form = statusForm({
            sid: entry.id,
            to: person.phone,
            status,
            ...(failure && { errorCode: failure.code }),
          })
          return [() => post(url, form, `SMS ${status}`).then(() => undefined)]
        })

  return {
    report,
    /** The brand's message to a number, taken. `url`: where the desk wants to hear of it. */
    expect: (sid: string, url: string): void => void statusUrls.set(sid, url),
    /** For a number that nobody here has: only its sender hears of it. */
    lose(sid: string, to: string): void {
      const url = statusUrls.get(sid)
      if (url === undefined) return
      const told = (status: string, errorCode?: number) => () =>
        post(url, statusForm({ sid, to, status, ...(errorCode && { errorCode }) }), `SMS ${status}`).then(
          () => undefined,
        )
      parts.reports.add(told('sent'), told('undelivered', 30005))
    },
    async write(person: Person, { text, files: given }: Written): Promise<Entry> {
      const sid = given.length > 0 ? newId.mms() : newId.sms()
      const keyword = keywordIn(person, text)
      const media = given.flatMap((id) => {
        const file = files.find(id)
        if (!file) return []
        const kept = files.keep(file, newId.twilioMedia())
        return [{ url: `${selfUrl()}${account}/Messages/${sid}/Media/${kept.id}`, type: file.type }]
      })
      const optOutType = panel.now.stop === 'by the carrier, told' ? keyword : undefined
      const form = inboundForm({ sid, from: person.phone, text, media, optOutType })
      const entry = memory.add(person, {
        id: sid,
        channel: 'sms',
        from: 'person',
        text,
        files: [...given],
        story: null,
        state: 'taken',
        error: null,
        ownId: null,
      })
      const answer = await postbag.send(entry, () => post(desk.door('twilio'), form, `SMS of ${person.name}`))
      if (keyword !== undefined) {
        memory.add(person, { ...bare(newId.sms()), from: 'carrier', text: answers[keyword], state: 'read' })
      }
      return answer
    },
    /** A message of the brand that Twilio took; null for a number of nobody. */
    arrive(sid: string, to: string, text: string, pictures: readonly string[], ownId: string | null): Entry | null {
      const person = byPhone(to)
      if (!person) return null
      return memory.add(person, { ...bare(sid), from: 'brand', text, files: [...pictures], ownId })
    },
    isStopped: (number: string): boolean => panel.stopped.has(number),
    from: brand.sms.number,
  }
}

const bare = (id: string): Omit<Entry, 'person' | 'at' | 'from' | 'text'> => ({
  id,
  channel: 'sms',
  files: [],
  story: null,
  state: 'taken',
  error: null,
  ownId: null,
})
