/** What a macro may name, as in `{{customer.first_name}}`. */
export const variables = [
  'customer.first_name',
  'customer.name',
  'agent.first_name',
  'agent.name',
  'ticket.number',
  'order.number',
  'shop.name',
] as const
export type Variable = (typeof variables)[number]
export type Values = Partial<Record<Variable, string>>

/** When a macro's snooze ends: one of the moments that S-1 offers, in the agent's own zone. */
export const snoozeNames = ['later', 'tomorrow', 'week'] as const
export type SnoozeName = (typeof snoozeNames)[number]

/** A piece of a macro's text: plain, or a variable; `value` null: it has none here. */
export type MacroPiece = { text: string; variable: null } | { text: string; variable: Variable; value: string | null }

const written = /\{\{\s*([\w.]+)\s*\}\}/g

/** The text cut at its variables, with what each stands for. What is no variable of ours is plain text. */
export function macroPieces(text: string, values: Values): MacroPiece[] {
  const pieces: MacroPiece[] = []
  let done = 0
  for (const match of text.matchAll(written)) {
    const variable = variables.find((name) => name === match[1])
    if (variable === undefined) continue
    pieces.push({ text: text.slice(done, match.index), variable: null })
    pieces.push({ text: match[0], variable, value: values[variable]?.trim() || null })
    done = match.index + match[0].length
  }
  pieces.push({ text: text.slice(done), variable: null })
  return pieces.filter((piece) => piece.text)
}

/** The text with its values; a variable without one stays as it is written, to be filled or deleted by its sender. */
export function filled(text: string, values: Values): string {
  return macroPieces(text, values)
    .map((piece) => (piece.variable === null ? piece.text : (piece.value ?? piece.text)))
    .join('')
}

/** The variables that stand raw in a text, each once: it must not be sent so. */
export function rawVariables(text: string): Variable[] {
  return [...new Set(macroPieces(text, {}).flatMap(({ variable }) => variable ?? []))]
}

/** The text without a variable, and without the hole it leaves: two spaces, or one before a comma. */
export function withoutVariable(text: string, variable: Variable): string {
  const hole = '\0'
  return macroPieces(text, { [variable]: hole })
    .map((piece) => (piece.variable === variable ? hole : piece.text))
    .join('')
    .replace(/ *\0 *(?=[.,;:!?…]|$)/gm, '')
    .replace(/^\0 */gm, '')
    .replace(/ *\0 */g, ' ')
}
