/** A piece of a message: plain, or something that may be followed. */
export type Piece = { text: string; href: string | null }

// Ends at white space, quotes, angle brackets and (\p{C}) at control and format marks, which could disguise an address.
// A bracket belongs to it only with its partner, a sentence's punctuation never at the end.
const address =
  /https?:\/\/(?:[^\s<>"'`()\p{C}]|\([^\s<>"'`()\p{C}]*\))*(?:[^\s<>"'`()\p{C}.,;:!?…»”’*_\]}]|\([^\s<>"'`()\p{C}]*\))/giu

/** P-3: finds explicit http(s) addresses. The pieces joined are exactly the text; everything else stays plain. */
export function findLinks(text: string): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const match of text.matchAll(address)) {
    const href = safeHref(match[0])
    if (!href) continue
    pieces.push({ text: text.slice(done, match.index), href: null }, { text: match[0], href })
    done = match.index + match[0].length
  }
  pieces.push({ text: text.slice(done), href: null })
  return pieces.filter((piece) => piece.text)
}

function safeHref(found: string): string | null {
  try {
    const url = new URL(found)
    // "https://your-bank.example@elsewhere" shows one host and leads to another.
    return url.username || url.password ? null : url.href
  } catch {
    return null
  }
}

// With what joins and colours them.
const emoji = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f| ){1,12}$/u

/** A few emoji and nothing else: worth being drawn large. */
export const isEmojiOnly = (text: string): boolean => emoji.test(text)

/** A message's text, with its line breaks, as text (P-3). */
export function Text({ text }: { text: string }) {
  return findLinks(text).map(({ text: said, href }, i) =>
    href ? (
      <a key={i} href={href} target="_blank" rel="noopener noreferrer nofollow">
        {said}
      </a>
    ) : (
      said
    ),
  )
}
