/**
 * JSON as the language writes it. Old scripts of a shop's page (Prototype up to 1.7) teach arrays to write themselves as
 * text, and JSON.stringify obeys them.
 */
export function toJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => toJson(one ?? null)).join()}]`
  if (!(value instanceof Object)) return JSON.stringify(value)
  const known = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${known.map(([name, one]) => `${JSON.stringify(name)}:${toJson(one)}`).join()}}`
}
