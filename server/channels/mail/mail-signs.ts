import { type MailSign, mailSigns } from '../../protocol/signs.ts'
import { type Headers, mailboxes } from './headers.ts'

type Seen = {
  headers: Headers
  /** Who wrote it. */
  from: string
  text: string | undefined
  html: string | undefined
  files: readonly string[]
}

const programs =
  /\.(?:exe|scr|bat|cmd|com|pif|vbs|vbe|jse?|wsf|hta|lnk|jar|msi|iso|img|docm|dotm|xlsm|xltm|pptm|html?|shtml)$/i
const archives = /\.(?:zip|rar|7z|gz|ace|cab|arj)$/i
const invisible = /(?:display\s?:\s?none|visibility\s?:\s?hidden|font-size\s?:\s?[01](?:px|pt)?\s?[;"'])/i
/** Where anybody gets an address. */
const everybodys =
  /@(?:gmail|googlemail|yahoo|hotmail|outlook|live|aol|gmx|web|icloud|mail|proton|uol|bol|terra)\.[a-z.]+$/i
const manyRecipients = 5

/** S-8: what a mail shows beside its words, for the scanner to weigh. It decides nothing. */
export function mailSignsOf({ headers, from, text, html, files }: Seen): MailSign[] {
  const to = [...headers.all('to'), ...headers.all('cc')].flatMap(mailboxes)
  const answersTo = mailboxes(headers.first('reply-to'))
  const found: Record<MailSign, boolean> = {
    reply_elsewhere: answersTo.length > 0 && !answersTo.some(({ address }) => sameHouse(address, from)),
    no_recipient: to.length === 0,
    many_recipients: to.length >= manyRecipients,
    html_only: html !== undefined && (text ?? '').trim() === '',
    hidden_text: html !== undefined && invisible.test(html.slice(0, 200_000)),
    list:
      [...headers.names].some((name) => name.startsWith('list-')) ||
      /^(?:bulk|list)$/i.test((headers.first('precedence') ?? '').trim()),
    answers: headers.names.has('in-reply-to') || headers.names.has('references'),
    program_file: files.some((name) => programs.test(name)),
    archive_file: files.some((name) => archives.test(name)),
  }
  return mailSigns.filter((sign) => found[sign])
}

/** One address, or two of one house that is not everybody's. */
function sameHouse(one: string, other: string): boolean {
  return one === other || (!everybodys.test(one) && one.split('@')[1] === other.split('@')[1])
}
