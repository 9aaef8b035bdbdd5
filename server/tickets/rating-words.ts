import type { HubLanguage } from '../protocol/hub-languages.ts'
import { hubLanguages } from '../protocol/hub-languages.ts'
import type { LaterWords } from '../../widget/words/later.en.ts'
import { laterWords as ar } from '../../widget/words/later.ar.ts'
import { laterWords as de } from '../../widget/words/later.de.ts'
import { laterWords as en } from '../../widget/words/later.en.ts'
import { laterWords as pt } from '../../widget/words/later.pt.ts'

/** The question after the end (D-10) as mails and their page ask it. The faces are called as in the drawer. */
export type RatingWords = {
  question: (shop: string) => string
  /** Of the mail, above the link. */
  invitation: string
  label: string
  hint: string
  send: string
  thanks: string
  /** Below it, while it can be changed. */
  changeable: string
  change: string
  pick: string
  tooLong: string
  tooFast: string
  gone: string
  goneText: string
}

const words: Record<HubLanguage, RatingWords> = {
  en: {
    question: (shop) => `How was your contact with ${shop}?`,
    invitation:
      'Your conversation with our team is over. If something is still open, just answer this mail.\n\nWould you tell us how it was? It takes a moment, and the link works for 30 days:',
    label: 'Anything to add?',
    hint: 'Optional',
    send: 'Send rating',
    thanks: 'Thank you. The team sees it.',
    changeable: 'You can change it until tomorrow.',
    change: 'Change rating',
    pick: 'Please pick one of the five.',
    tooLong: 'Please shorten your words: 1,000 characters at most.',
    tooFast: 'That was too often. Please try again in half a minute.',
    gone: 'This link does not work any more',
    goneText: 'It may be too old, or not complete. If you want to tell us something, just answer our mail.',
  },
  de: {
    question: (shop) => `Wie war Ihr Kontakt mit ${shop}?`,
    invitation:
      'Ihr Gespräch mit unserem Team ist zu Ende. Falls noch etwas offen ist, antworten Sie einfach auf diese Mail.\n\nMöchten Sie uns sagen, wie es war? Es dauert nur einen Moment, und der Link gilt 30 Tage:',
    label: 'Möchten Sie etwas dazu sagen?',
    hint: 'Freiwillig',
    send: 'Bewertung senden',
    thanks: 'Danke. Das Team sieht es.',
    changeable: 'Bis morgen können Sie es noch ändern.',
    change: 'Bewertung ändern',
    pick: 'Bitte wählen Sie eines der fünf Gesichter.',
    tooLong: 'Bitte fassen Sie sich kürzer: höchstens 1.000 Zeichen.',
    tooFast: 'Das war zu oft. Bitte versuchen Sie es in einer halben Minute noch einmal.',
    gone: 'Dieser Link funktioniert nicht mehr',
    goneText:
      'Vielleicht ist er zu alt oder nicht vollständig. Wenn Sie uns etwas sagen möchten, antworten Sie einfach auf unsere Mail.',
  },
  pt: {
    question: (shop) => `Como foi o seu contato com ${shop}?`,
    invitation:
      'A sua conversa com a nossa equipe terminou. Se ainda houver algo em aberto, responda a este e-mail.\n\nQuer nos contar como foi? Leva só um instante, e o link vale por 30 dias:',
    label: 'Quer acrescentar algo?',
    hint: 'Opcional',
    send: 'Enviar avaliação',
    thanks: 'Obrigado. A equipe vai ver.',
    changeable: 'Você pode alterar até amanhã.',
    change: 'Alterar avaliação',
    pick: 'Escolha um dos cinco rostos.',
    tooLong: 'Escreva um pouco menos: no máximo 1.000 caracteres.',
    tooFast: 'Foram tentativas demais. Tente de novo em meio minuto.',
    gone: 'Este link não funciona mais',
    goneText: 'Talvez seja antigo demais ou esteja incompleto. Se quiser nos dizer algo, responda ao nosso e-mail.',
  },
  ar: {
    question: (shop) => `كيف كان تواصلك مع ${shop}؟`,
    invitation:
      'انتهت محادثتك مع فريقنا. إذا بقي شيء مفتوح، فما عليك إلا الرد على هذه الرسالة.\n\nهل تود إخبارنا كيف كانت؟ لن يستغرق ذلك إلا لحظة، والرابط صالح لمدة 30 يومًا:',
    label: 'هل تود إضافة شيء؟',
    hint: 'اختياري',
    send: 'إرسال التقييم',
    thanks: 'شكرًا لك. سيطّلع عليه الفريق.',
    changeable: 'يمكنك تغييره حتى الغد.',
    change: 'تغيير التقييم',
    pick: 'يرجى اختيار أحد الوجوه الخمسة.',
    tooLong: 'يرجى الاختصار: 1000 حرف كحد أقصى.',
    tooFast: 'محاولات كثيرة. يرجى المحاولة مرة أخرى بعد نصف دقيقة.',
    gone: 'لم يعد هذا الرابط يعمل',
    goneText: 'ربما يكون قديمًا جدًا أو غير مكتمل. إذا أردت إخبارنا بشيء، فما عليك إلا الرد على رسالتنا.',
  },
}

const later: Record<HubLanguage, LaterWords> = { en, de, pt, ar }

/** Names of the five faces, from 1, very bad, on. */
export function faceNames(language: HubLanguage): string[] {
  const { veryBad, bad, okay, good, veryGood } = later[language]
  return [veryBad, bad, okay, good, veryGood]
}

export const ratingWords = (language: HubLanguage): RatingWords => words[language]

/** The customer's language, else the one the hub was set to, else English: nobody has told of any other. */
export function ratingLanguage(locale: string | null, hub: HubLanguage | 'page'): HubLanguage {
  const own = (locale ?? '').split(/[-_]/)[0]?.toLowerCase()
  return hubLanguages.find((one) => one === own) ?? (hub === 'page' ? 'en' : hub)
}
