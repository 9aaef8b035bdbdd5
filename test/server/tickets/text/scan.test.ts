import { describe, expect, it } from 'vitest'
import { judge } from '../../../../server/tickets/text/scan.ts'
import { nothingTaught, spamBounds, type Taught, taughtWeights } from '../../../../server/tickets/text/taught.ts'
import { wordsOf } from '../../../../server/tickets/text/words.ts'

const sms = (text: string, taught: Taught = nothingTaught) => judge({ text, subject: null, signs: [] }, taught)
const mail = (subject: string, text: string) => judge({ text, subject, signs: [] }, nothingTaught)

describe('the scanner', () => {
  it.each([
    'URGENT! You have WON a £1000 prize. Call 09061701461 now to claim. 150ppm 18+',
    'Sofortkredit ohne Schufa bis 40.000 Euro, heute noch Auszahlung. Jetzt Antrag stellen: www.kredit-sofort.example',
    'PARABÉNS!!! Você ganhou um iPhone grátis, clique no link e pague só o frete: http://premio.example',
  ])('S-8 marks spam and names words and signs that made it so, the weightiest first: %s', (text) => {
    const { spam, reasons } = sms(text)
    expect(spam).toBe(true)
    expect(reasons.length).toBeGreaterThan(2)
    expect(reasons.map(({ weight }) => weight)).toEqual(reasons.map(({ weight }) => weight).toSorted((a, b) => b - a))
    expect(reasons.some(({ name }) => name.startsWith('!'))).toBe(true)
  })

  it.each([
    'Where is my parcel? I ordered on Monday, order 88231.',
    'My discount code WELCOME10 does not work, can you help? I want to order today',
    'Wann kommt mein Paket? Ich habe 49,90 Euro bezahlt und warte seit einer Woche!!!',
    'Quero cancelar o pedido 3391 e receber o reembolso no cartão, por favor. Meu telefone é +351 912 345 678',
    'WHERE IS MY ORDER??? I PAID £89 AND NOBODY ANSWERS',
    'ok',
    '',
  ])('S-8 leaves customers alone: %s', (text) => {
    expect(sms(text)).toMatchObject({ spam: false, reasons: [] })
    expect(mail('Order', text)).toMatchObject({ spam: false })
  })

  it('S-8 always marks the text for trying scanners out', () => {
    expect(sms('XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X').spam).toBe(true)
  })

  it.each([
    ['no spaces', 'free'.repeat(25_000)],
    ['one letter', 'a'.repeat(100_000)],
    ['capitals and signs', '£!1'.repeat(33_000)],
    ['links', 'http://www.'.repeat(9_000)],
    ['spaced letters', 'a '.repeat(50_000)],
    ['digits with gaps', '0 9-'.repeat(25_000)],
    ['NULs', '\0'.repeat(100_000)],
    ['mixed scripts', 'pаypal бесплатно 無料 мonеy '.repeat(4_000)],
    ['no spaces, in Chinese', '免费获得奖品'.repeat(17_000)],
    ['lone surrogates', '\ud83d'.repeat(100_000)],
    ['marks on one letter', `a${'\u0301'.repeat(100_000)}`],
    ['ligatures that grow', '\ufdfa'.repeat(100_000)],
  ])('S-8 answers, and with bounds, whatever is written: %s', (_, text) => {
    const { reasons } = mail(text.slice(0, 998), text)
    expect(reasons.length).toBeLessThanOrEqual(8)
    expect(wordsOf(text).length).toBeLessThanOrEqual(800)
  })

  it('S-8 reads a word in capitals, with accents or with invisible letters as the same word', () => {
    expect(wordsOf('GRÖSSE größe gro\u0308ße gr\u200bösse')).toEqual(['grosse', 'grosse', 'grosse', 'grosse'])
  })
})

describe('what a shop teaches', () => {
  const text = 'Dear partner, we offer wooden pallets at factory price, reply for our catalogue'
  const words = wordsOf(text)
  const lessons = (n: number, yes: boolean): Taught => ({
    judged: yes ? { yes: n, no: 0 } : { yes: 0, no: n },
    words: new Map(words.map((word) => [word, yes ? { yes: n, no: 0 } : { yes: 0, no: n }])),
  })

  it('S-8 moves the judgement, more with every lesson, and both ways', () => {
    const sums = [0, 1, 3, 5, 50].map((n) => sms(text, lessons(n, true)).sum)
    expect(sums).toEqual(sums.toSorted((a, b) => a - b))
    expect(sms(text, lessons(5, true)).sum).toBeGreaterThan(sms(text).sum + 1)
    expect(sms(text, lessons(5, false)).sum).toBeLessThan(sms(text).sum)
  })

  it('S-8 cannot be poisoned: neither by one click nor by a thousand', () => {
    const moved = (taught: Taught) =>
      [...taughtWeights(words, taught, spamBounds).values()].reduce((all, one) => all + one, 0)
    expect(moved(lessons(1, true))).toBeLessThanOrEqual(spamBounds.byOne + 1e-9)
    expect(moved(lessons(1_000_000, true))).toBeLessThanOrEqual(spamBounds.byAll + 1e-9)
    expect(moved(lessons(1_000_000, false))).toBeGreaterThanOrEqual(-spamBounds.byAll - 1e-9)
    // An ordinary message stays clean even where a whole shop was taught that every word of it is spam.
    const ordinary = 'Hello, where is my parcel? I ordered two mugs last week and have not heard from you.'
    const poisoned = new Map(wordsOf(ordinary).map((word) => [word, { yes: 5_000, no: 0 }]))
    expect(sms(ordinary, { judged: { yes: 5_000, no: 0 }, words: poisoned }).spam).toBe(false)
  })
})
