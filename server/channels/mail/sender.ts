import { addressParts } from './address.ts'
import { type Headers, type Mailbox, mailboxes } from './headers.ts'

/**
 * Who wrote a mail (D-11). `rewritten`: somebody on the way put the brand's address into From and the writer's
 * elsewhere, so no signature vouches for the writer.
 *
 * 1. From is a stranger's: the writer. Plain forwarding (a rule, an alias) keeps it; Resent-From names only who
 *    forwarded, and Reply-To is not believed: answering "as" one person to the address of another is a way to fish
 *    for that person's orders.
 * 2. From is the brand's own (its support address): a group, a list or a form sent it on. The writer stands in
 *    X-Original-From, else X-Original-Sender (groups add them where they rewrite From), else Reply-To (contact forms).
 * 3. No usable From at all: Sender, else the envelope's sender.
 *
 * Null where nobody can be named: such a mail cannot be answered.
 */
export function senderOf(
  headers: Headers,
  { own, envelopeFrom }: { own: ReadonlySet<string>; envelopeFrom: string | null },
): (Mailbox & { rewritten: boolean }) | null {
  const from = mailboxes(headers.first('from'))[0]
  if (from === undefined) {
    const other = [...mailboxes(headers.first('sender')), ...mailboxes(envelopeFrom)][0]
    return other === undefined ? null : { ...other, rewritten: false }
  }
  if (!isOwn(from.address, own)) return { ...from, rewritten: false }
  const candidates = ['x-original-from', 'x-original-sender', 'reply-to']
    .flatMap((name) => mailboxes(headers.first(name)))
    .filter(({ address }) => !isOwn(address, own))
  const writer = candidates[0]
  if (writer === undefined) return { ...from, rewritten: false }
  const named = candidates.find(({ name, address }) => address === writer.address && name !== '')
  return { address: writer.address, name: named?.name ?? withoutVia(from.name), rewritten: true }
}

/** Our addresses with a token are ours as well. */
export function isOwn(address: string, own: ReadonlySet<string>): boolean {
  return own.has(address) || own.has(addressParts(address).mailbox)
}

/** Groups write `Jane Doe via Support`. */
function withoutVia(name: string): string {
  const via = name.search(/ (?:via|über|through) /i)
  return via < 1 ? '' : name.slice(0, via).replace(/^['"]|['"]$/g, '')
}

/**
 * Whether the relay before our door found that the mail really comes from `address` (RFC 8601): DMARC, or DKIM or SPF
 * for the same host. Only the topmost Authentication-Results of a relay we trust counts; anybody can write one.
 */
export function isVerified(headers: Headers, address: string, trusted: ReadonlySet<string>): boolean {
  const host = address.slice(address.lastIndexOf('@') + 1)
  const results = headers
    .all('authentication-results')
    .map((value) => withoutComments(value).toLowerCase().split(';'))
    .find(([server = '']) => trusted.has(server.trim().split(/\s/)[0] ?? ''))
  return (results ?? []).slice(1).some((result) => {
    const words = new Map(
      result
        .trim()
        .split(/\s+/)
        .map((word): [string, string] => [word.split('=')[0] ?? '', word.slice(word.indexOf('=') + 1)]),
    )
    const speaksFor = (name: string) => {
      const named = words.get(name)?.replace(/^.*@/, '').replace(/^"|"$/g, '')
      return named !== undefined && named !== '' && (host === named || host.endsWith(`.${named}`))
    }
    if (words.get('dmarc') === 'pass') return speaksFor('header.from')
    if (words.get('dkim') === 'pass') return speaksFor('header.d') || speaksFor('header.i')
    return words.get('spf') === 'pass' && speaksFor('smtp.mailfrom')
  })
}

function withoutComments(value: string): string {
  let depth = 0
  let kept = ''
  for (const char of value) {
    if (char === '(') depth++
    else if (char === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) kept += char
  }
  return kept
}
