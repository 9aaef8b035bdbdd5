import { isBlank } from '../protocol/text.ts'

/** A reply that the shopper missed. Without words it is a file. */
export type Missed = { at: number; who: string; text: string }

/** Whom the mail is for: their language, their clock and the shop they wrote to. */
export type FollowUpReader = { shop: string; locale: string | null; timeZone: string }

type Words = { missed: (shop: string) => string; file: string; answer: string }

const english: Words = {
  missed: (shop) => `While you were away, ${shop} answered your chat:`,
  file: '(a file: it is in the chat)',
  answer: 'To go on, answer this mail or open the chat in the shop.',
}
const words: Record<string, Words> = {
  en: english,
  de: {
    missed: (shop) => `Während Sie weg waren, hat ${shop} Ihnen im Chat geantwortet:`,
    file: '(eine Datei: Sie liegt im Chat)',
    answer: 'Antworten Sie einfach auf diese Mail, oder öffnen Sie den Chat im Shop.',
  },
  pt: {
    missed: (shop) => `Enquanto você estava ausente, ${shop} respondeu ao seu chat:`,
    file: '(um arquivo: está no chat)',
    answer: 'Para continuar, responda a este e-mail ou abra o chat na loja.',
  },
  ar: {
    missed: (shop) => `أثناء غيابك أجابك ${shop} في المحادثة:`,
    file: '(ملف: تجده في المحادثة)',
    answer: 'للمتابعة، أجب على هذه الرسالة أو افتح المحادثة في المتجر.',
  },
}

/** W-10: the follow-up mail, in the shopper's language and time. What they wrote themselves is not in it (S14). */
export function followUpText(missed: readonly Missed[], { shop, locale, timeZone }: FollowUpReader): string {
  const language = (locale ?? '').split(/[-_]/)[0]?.toLowerCase() ?? ''
  const known = Object.hasOwn(words, language) ? language : 'en'
  const said = words[known] ?? english
  const time = new Intl.DateTimeFormat(known, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const lines = missed.map(({ at, who, text }) => `${who}, ${time.format(at)}\n${isBlank(text) ? said.file : text}`)
  return [said.missed(shop), ...lines, '________________________________', said.answer].join('\n\n')
}
