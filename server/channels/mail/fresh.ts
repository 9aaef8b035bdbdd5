// Where mail programs begin to quote, in the languages of our customers and their neighbours.
const opening = /^(?:on|am|em|no dia|a|le|el|il|op|den|the)\b/i
const closing =
  /(?<!\p{L})(?:wrote|writes|schrieb|geschrieben|escreveu|a écrit|escribió|ha scritto|schreef|skrev)(?!\p{L}).{0,120}:$/iu
const original =
  /^[-_*\s]{2,40}(?:original message|original appointment|reply message|(?:ursprüngliche|original|originale)[ -]?nachricht|mensagem original|message d['’]origine|mensaje original|messaggio originale|oorspronkelijk bericht)[-_*\s:]{0,40}$/i
const forwarded =
  /^[-_*\s>]{0,40}(?:begin forwarded message|forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten (?:nachricht|e-mail)|(?:início da )?mensagem (?:encaminhada|reencaminhada)|message transféré|mensaje reenviado|messaggio inoltrato)[-_*\s:]{0,40}$/i
const forwardedSubject = /^\s*(?:fwd?|wg|enc|tr|rv|i)\s*:/i

const headerKinds: [kind: string, names: RegExp][] = [
  ['from', /^(?:from|von|de|van|da)$/i],
  ['date', /^(?:sent|date|gesendet|datum|enviad[oa](?: em)?|data|envoyé|fecha|inviato|verzonden)$/i],
  ['to', /^(?:to|an|para|à|a|aan|cc|kopie)$/i],
  ['subject', /^(?:subject|betreff|assunto|objet|asunto|oggetto|onderwerp)$/i],
]

/**
 * What the writer of a mail wrote now: its text without the mail it quotes. Answers written between the quoted lines
 * are kept with these lines, a forwarded mail is kept whole, and where nothing would be left the whole text is the
 * answer: folding too little is better than hiding what a customer wrote. Takes time linear in the text.
 */
export function freshText(text: string, subject = ''): string {
  const whole = text.trim()
  if (forwardedSubject.test(subject)) return whole
  const lines = text.split('\n')
  const plain = lines.map((line) =>
    line
      .slice(0, 500)
      .replace(/[\u200b-\u200f\u202a-\u202e\ufeff]/g, '')
      .replace(/\u00a0/g, ' ')
      .trim(),
  )
  const kept = withoutQuotes(lines, plain)
  return kept.trim() === '' ? whole : kept.trim()
}

type Mark = 'text' | 'blank' | 'quote' | 'attribution'

function withoutQuotes(lines: string[], plain: string[]): string {
  const marks: Mark[] = []
  for (let at = 0; at < plain.length; at++) {
    const line = plain[at] ?? ''
    if (forwarded.test(line)) return lines.join('\n')
    if (original.test(line) || isHeaderBlock(plain, at)) break
    const attribution = line.startsWith('>') ? 0 : attributionLines(plain, at)
    if (attribution > 0) {
      const next = plain.slice(at + attribution, at + attribution + 4).find((other) => other !== '')
      // Unmarked: all that follows is the quoted mail.
      if (next === undefined || !next.startsWith('>')) break
      for (let n = 0; n < attribution; n++) marks.push('attribution')
      at += attribution - 1
    } else marks.push(line === '' ? 'blank' : line.startsWith('>') ? 'quote' : 'text')
  }
  const blocks = quotedBlocks(marks)
  const between = blocks.length > 1 && marks.slice(blocks[0]?.end, blocks.at(-1)?.start).includes('text')
  if (between) return lines.slice(0, marks.length).join('\n')
  return lines
    .slice(0, marks.length)
    .filter((_, at) => !blocks.some(({ start, end }) => at >= start && at < end))
    .join('\n')
}

/** Runs of quoted lines. Where nothing introduces any of them, a run of one line may as well be an arrow. */
function quotedBlocks(marks: Mark[]): { start: number; end: number }[] {
  const blocks: { start: number; end: number }[] = []
  const introduced = marks.includes('attribution')
  for (let at = 0; at < marks.length; at++) {
    if (marks[at] !== 'quote' && marks[at] !== 'attribution') continue
    const start = at
    let quoted = 0
    while (at < marks.length && marks[at] !== 'text' && (at === start || marks[at] !== 'attribution' || quoted === 0)) {
      if (marks[at] === 'quote') quoted++
      at++
    }
    if (introduced || quoted > 1) blocks.push({ start, end: at })
    at--
  }
  return blocks
}

/** How many lines from here say who wrote what follows, and when: 0 where none does. */
function attributionLines(plain: string[], at: number): number {
  if (plain[at] === '') return 0
  let joined = ''
  for (let n = 1; n <= 3; n++) {
    const line = plain[at + n - 1] ?? ''
    if (line === '' || line.startsWith('>')) return 0
    joined = joined === '' ? line : `${joined} ${line}`
    if (closing.test(joined)) {
      const quotes =
        plain
          .slice(at + n, at + n + 3)
          .find((other) => other !== '')
          ?.startsWith('>') ?? false
      const said = opening.test(joined) || joined.includes('@') || n === 1
      return said && (quotes || /\d[\d.:/-]*\d|@/.test(joined)) ? n : 0
    }
    if (!opening.test(joined) && !joined.includes('@')) return 0
  }
  return 0
}

/** The lines Outlook and its like put above the mail they quote: From, Sent, To, Subject, in any order. */
function isHeaderBlock(plain: string[], at: number): boolean {
  const start = /^_{5,}$/.test(plain[at] ?? '') ? at + 1 : at
  const kinds = new Set<string>()
  let blanks = 0
  for (let n = start; n < Math.min(plain.length, start + 10); n++) {
    const line = plain[n] ?? ''
    if (line === '') {
      if (n === at || ++blanks > 1) break
      continue
    }
    const name = /^[*\s]{0,3}([\p{L} ]{1,12}?)\s?[*]?\s?:/u.exec(line)?.[1]
    const kind = name === undefined ? undefined : headerKinds.find(([, names]) => names.test(name))?.[0]
    if (kind === undefined) {
      if (kinds.size === 0) break
    } else kinds.add(kind)
  }
  return kinds.has('from') && kinds.size > 2
}
