/** A piece of a message: plain, or something that may be followed. */
export type Piece = { text: string; href: string | null }

// Ends at white space, quotes, angle brackets, and at control and format marks (Cc, Cf), which could disguise an address.
const address = /https?:\/\/[^\s<>"'`\p{Cc}\p{Cf}]{1,2000}/giu
const closers: Record<string, string> = { ')': '(', ']': '[', '}': '{' }

/** P-3: finds explicit http(s) addresses. The pieces joined are exactly the text; everything else stays plain. */
export function findLinks(text: string): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const match of text.matchAll(address)) {
    const found = withoutPunctuation(match[0])
    const href = safeHref(found)
    if (!href) continue
    if (match.index > done) pieces.push({ text: text.slice(done, match.index), href: null })
    pieces.push({ text: found, href })
    done = match.index + found.length
  }
  if (done < text.length) pieces.push({ text: text.slice(done), href: null })
  return pieces
}

/** A sentence's full stop does not belong to the address, nor does a bracket that was opened before it. */
function withoutPunctuation(found: string): string {
  let end = found.length
  for (; end > 0; end--) {
    const last = found[end - 1] ?? ''
    const opener = closers[last]
    if (opener ? count(found, end, opener) < count(found, end, last) : /[.,;:!?…»”’*_]/.test(last)) continue
    break
  }
  return found.slice(0, end)
}

function count(text: string, end: number, char: string): number {
  let n = 0
  for (let i = 0; i < end; i++) if (text[i] === char) n++
  return n
}

function safeHref(found: string): string | null {
  try {
    const url = new URL(found)
    // "https://your-bank.example@elsewhere" shows one host and leads to another.
    return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : null
  } catch {
    return null
  }
}

const emojiOnly =
  /^(?:(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?(?:\u200d\p{Extended_Pictographic}\ufe0f?\p{Emoji_Modifier}?){0,4})\s?){1,3}$/u

/** One to three emoji and nothing else: worth being drawn large. */
export const isEmojiOnly = (text: string) => text.length <= 48 && emojiOnly.test(text)

/** A message's text, with its line breaks, as text (P-3). */
export function Text({ text }: { text: string }) {
  return (
    <>
      {findLinks(text).map((piece, i) =>
        piece.href ? (
          <a key={i} href={piece.href} target="_blank" rel="noopener noreferrer nofollow ugc">
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </>
  )
}
