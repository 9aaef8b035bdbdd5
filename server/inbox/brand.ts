import type { Accent } from '../protocol/accent.ts'
import { declarations } from '../protocol/accent-style.ts'

/**
 * Paints the page in the merchant's colour, as it was corrected for both themes: over the tokens' own accent, in their
 * own three places (light, dark by preference, dark by choice).
 */
export function createBrand(document: Document): (accent: Accent) => void {
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return ({ light, dark }) =>
    sheet.replaceSync(`
      :root, [data-theme="light"] { ${declarations(light)} }
      @media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${declarations(dark)} } }
      [data-theme="dark"] { ${declarations(dark)} }`)
}
