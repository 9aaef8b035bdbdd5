/** The values that a saved text may name, as in `{{email}}`; null or blank: there is none. */
export type TextValues = Readonly<Record<string, string | null>>

const variable = /\{\{\s*([\w.]*)\s*\}\}/g

/** The variables of a text that have no value. */
export function missingValues(text: string, values: TextValues): string[] {
  const names = [...text.matchAll(variable)].map((match) => match[1] ?? '')
  return [...new Set(names.filter((name) => valueOf(values, name) === ''))]
}

/** The text with its values; null when one is missing, for a raw variable is never sent. */
export function filledText(text: string, values: TextValues): string | null {
  if (missingValues(text, values).length > 0) return null
  return text.replace(variable, (_, name: string) => valueOf(values, name))
}

function valueOf(values: TextValues, name: string): string {
  return (Object.hasOwn(values, name) ? (values[name] ?? '') : '').trim()
}
