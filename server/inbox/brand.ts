import type { AccentTokens, PublicSettings } from '../protocol/public-settings.ts'

/**
 * Paints the page in the merchant's colour, as it was corrected for both themes: over the tokens' own accent, in their
 * own three places (light, dark by preference, dark by choice).
 */
export function createBrand(document: Document): (accent: PublicSettings['accent']) => void {
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return ({ light, dark }) =>
    sheet.replaceSync(`
      :root, [data-theme="light"] { ${values(light)} }
      @media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { ${values(dark)} } }
      [data-theme="dark"] { ${values(dark)} }`)
}

function values(tokens: AccentTokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}: ${value};`)
    .join(' ')
}
