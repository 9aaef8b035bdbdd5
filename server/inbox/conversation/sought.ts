/** What is looked for in a text: the sign stands at `from`, what was typed after it ends at `to`. */
export type Sought = { from: number; to: number; query: string }

const longest = 40

/** Is the cursor behind a sign that begins a word, with nothing but a short query in between? */
export function soughtAt(text: string, cursor: number, sign: '/' | '@'): Sought | null {
  const line = text.lastIndexOf('\n', cursor - 1) + 1
  const from = text.lastIndexOf(sign, cursor - 1)
  if (from < line || cursor - from > longest) return null
  const before = text[from - 1]
  if (before !== undefined && !/[\s(["'“„¿¡]/.test(before)) return null
  const query = text.slice(from + 1, cursor)
  return /^\s|\s{2}/.test(query) ? null : { from, to: cursor, query }
}
