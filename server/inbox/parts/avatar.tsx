/** Two letters that stand for a name, in any script; a question mark for none. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s.@_-]+/u)
    .filter((word) => /\p{L}|\p{N}/u.test(word))
  const first = [...(words[0] ?? '')][0]
  if (!first) return '?'
  const last = words.length > 1 ? [...(words.at(-1) ?? '')][0] : undefined
  return (first + (last ?? '')).toLocaleUpperCase()
}

/** A hue that stays the same for the same person. */
export function hue(id: string): number {
  let mixed = 0x811c9dc5
  for (const letter of id) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return ((mixed ^ (mixed >>> 15)) >>> 0) % 360
}

type Props = { id: string; name: string; size?: 's' | 'm' | 'l'; online?: boolean; away?: boolean }

/** The name as one says it to somebody: its first word. */
export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name
}

/** Letters on a quiet colour; the dot says online (W-11) or away (D-4), words beside it say it too. */
export function Avatar({ id, name, size, online, away }: Props) {
  const kind = `avatar${size ? ` ${size}` : ''}${online ? ' online' : away ? ' away' : ''}`
  return (
    <span class={kind} style={{ '--h': String(hue(id)) }} aria-hidden="true">
      {initials(name)}
    </span>
  )
}
