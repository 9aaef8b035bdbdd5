import { z } from 'zod'

const tokens = z.object({
  '--accent': z.string(),
  '--accent-hover': z.string(),
  '--on-accent': z.string(),
  '--accent-text': z.string(),
  '--accent-soft': z.string(),
})
/** The merchant's colour in one theme, corrected to WCAG AA: CSS custom properties and their values. */
export type AccentTokens = z.infer<typeof tokens>

export const accent = z.object({ light: tokens, dark: tokens })
export type Accent = z.infer<typeof accent>
