import { type TextSign, textSigns } from '../../protocol/signs.ts'
import { mostChars } from './words.ts'

const shorteners =
  /(?:^|[^\w.-])(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|is\.gd|ow\.ly|cutt\.ly|rb\.gy|shorturl\.at|t\.ly|s\.id|tiny\.cc|v\.gd|buff\.ly|rebrand\.ly)\/\w/i
const hosts =
  /(?:^|[\s(])[a-z0-9][a-z0-9-]{0,40}\.(?:com|net|org|info|biz|co|uk|tv|me|xyz|top|online|site|shop|club)\b/i
const money = /[£$€¥₹]\s?\d|\d\s?(?:[£$€¥₹]|(?:eur|euros?|usd|gbp|pounds?|dollars?|reais|cash)\b)/i
/** Numbers that cost whoever calls them: 0870 and 09 in Britain, 0900 and 0137 in Germany, 1-900 in America. */
const premium = /(?:^|\D)(?:0(?:9|87|84|70)\d{2}[\d\s-]{5,9}|\+?1[\s-]?900[\s-]\d{3}|0900[\s-]?\d|0137[\s-]?\d|0180\d)/
const coins = /(?:^|[\s:])(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[a-z0-9]{25,60}|0x[0-9a-fA-F]{40})\b/
/** Letters with something between them that nobody sees. */
const hidden = /\p{L}(?:\u00ad|[\u200b-\u200f]|[\u2060-\u2064]|\ufeff)\p{L}/u
/** The text that every scanner takes for spam, so that one can be tried out (GTUBE, spamassassin.apache.org/gtube). */
const testMark = 'XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X'

/** Signs of a text and its subject (null: it is no mail). Each look is linear, and only at the beginning (S18). */
export function signsOf(whole: string, subject: string | null): TextSign[] {
  const text = whole.slice(0, mostChars)
  const head = (subject ?? '').slice(0, 200)
  const letters = count(text, /\p{L}/gu)
  const upper = count(text, /\p{Lu}/gu)
  const digits = count(text, /\p{N}/gu)
  const links = count(text, /https?:\/\/|\bwww\./gi)
  const length = text.trim().length
  const found: Record<TextSign, boolean> = {
    link: links > 0,
    links: links > 2,
    short_link: shorteners.test(text),
    bare_host: hosts.test(text),
    number_link: /https?:\/\/\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/.test(text),
    money: money.test(text),
    short_code: /(?:^|[^\d+.,#-])[4-9]\d{4}(?![\d.,-])/.test(text),
    premium_number: premium.test(text),
    phone_number: /(?:^|\D)(?:\+|00|0)\d[\d\s()-]{7,14}\d/.test(text),
    digits: digits >= 4,
    many_digits: digits >= 10,
    capitals: letters >= 10 && upper / letters > 0.25,
    all_capitals: letters >= 12 && upper / letters > 0.7,
    subject_capitals: count(head, /\p{Lu}/gu) > 6 && !/\p{Ll}{3}/u.test(head),
    exclaims: /!!/.test(text) || count(text, /!/g) >= 3,
    mixed_scripts: /\p{sc=Latn}[\p{sc=Cyrl}\p{sc=Grek}]|[\p{sc=Cyrl}\p{sc=Grek}]\p{sc=Latn}/u.test(text),
    hidden_letters: hidden.test(text),
    spaced_letters: /(?:\b\p{L}[ .*_-]){5}/u.test(text),
    coin_address: coins.test(text),
    test_mark: text.includes(testMark) || head.includes(testMark),
    percent: /\d\s?%/.test(text),
    for_adults: /(?:^|\D)18\s?\+|(?:^|\D)1[68]\s?(?:yrs|years only)|xxx/i.test(text),
    very_short: length < 25,
    short: length >= 25 && length < 90,
    full_text: length >= 120 && length <= 170,
    long: length > 170,
    mail: subject !== null,
  }
  return textSigns.filter((sign) => found[sign])
}

function count(text: string, of: RegExp): number {
  let n = 0
  for (const _ of text.matchAll(of)) n++
  return n
}
