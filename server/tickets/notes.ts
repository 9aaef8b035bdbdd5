/**
 * whom a note mentions, of those it names: members of the team, each once, and not its writer. Who is a member no
 * more is left out; the note itself is kept whatever it names.
 */
export function mentioned(named: readonly string[], members: readonly string[], writer: string): string[] {
  return [...new Set(named)].filter((id) => id !== writer && members.includes(id))
}
