import type { AccentTokens } from './accent.ts'

/** The tokens as CSS declarations: what stands between a rule's braces. */
export function declarations(tokens: AccentTokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}

/**
 * The same for the hub. What a shop's page registers (`@property --accent`) holds in shadow trees too, so the hub's names
 * begin with a word of its own; the build puts it before those in its style sheets.
 */
export const hubDeclarations = (tokens: AccentTokens): string => declarations(tokens).replace(/(?<=^|;)--/g, '--ch-')
