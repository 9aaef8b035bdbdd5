import type { AccentTokens } from './accent.ts'

/** The tokens as CSS declarations: what stands between a rule's braces. */
export function declarations(tokens: AccentTokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}
