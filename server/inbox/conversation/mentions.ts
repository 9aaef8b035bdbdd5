import type { AgentCard } from '../../protocol/ticket.ts'

/** A piece of a note: plain, or a colleague it calls. */
export type NotePiece = { text: string; member: string | null }

/**
 * a note's text in pieces, with each `@Name` of somebody in `people`. The longest name that fits counts, and only
 * where a word begins and ends: neither `jo@Bo.example` nor `@Boris` calls Bo.
 */
export function notePieces(text: string, people: readonly AgentCard[]): NotePiece[] {
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length)
  const pieces: NotePiece[] = []
  let plain = 0
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}_.-])@/gu)) {
    const rest = text.slice(index + 1)
    const called = byLength.find(({ name }) => startsWithName(rest, name))
    if (!called || index < plain) continue
    const end = index + 1 + called.name.length
    pieces.push({ text: text.slice(plain, index), member: null }, { text: text.slice(index, end), member: called.id })
    plain = end
  }
  pieces.push({ text: text.slice(plain), member: null })
  return pieces.filter((piece) => piece.text)
}

function startsWithName(rest: string, name: string): boolean {
  if (rest.slice(0, name.length).toLocaleLowerCase() !== name.toLocaleLowerCase()) return false
  return !/^[\p{L}\p{N}_]/u.test(rest.slice(name.length))
}

/** Whom a text calls: of several with one name all, unless one of them was picked from the list. */
export function calledIn(text: string, team: readonly AgentCard[], picked: ReadonlySet<string>): string[] {
  const names = new Set(notePieces(text, team).flatMap(({ text: said, member }) => (member === null ? [] : said)))
  const called = team.filter(({ name }) => [...names].some((said) => same(said.slice(1), name)))
  return called
    .filter(({ id, name }) => picked.has(id) || !called.some((other) => picked.has(other.id) && same(other.name, name)))
    .map(({ id }) => id)
}

const same = (one: string, other: string) => one.toLocaleLowerCase() === other.toLocaleLowerCase()

/** The colleagues whose name, first or last, begins with what was typed. */
export function suggested(team: readonly AgentCard[], query: string): AgentCard[] {
  const typed = query.toLocaleLowerCase()
  return team.filter(({ name }) => {
    const lower = name.toLocaleLowerCase()
    return lower.startsWith(typed) || lower.split(/\s+/).some((word) => word.startsWith(typed))
  })
}
