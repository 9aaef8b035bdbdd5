/**
 * The token values of one theme, whatever theme the page has now: read from the page's own style sheets, so that they
 * stand in the tokens' file alone.
 */
export function themeValues(sheets: Iterable<CSSStyleSheet>, theme: 'light' | 'dark'): Record<string, string> {
  const values: Record<string, string> = {}
  const wanted = theme === 'light' ? /^:root$/ : /^:root\[data-theme="?dark"?\]$/
  for (const sheet of sheets) collect(sheet, wanted, values)
  values['color-scheme'] = theme
  return values
}

function collect(sheet: CSSStyleSheet, wanted: RegExp, values: Record<string, string>) {
  for (const rule of rulesOf(sheet)) {
    if (rule instanceof CSSImportRule && rule.styleSheet) collect(rule.styleSheet, wanted, values)
    if (!(rule instanceof CSSStyleRule)) continue
    if (!rule.selectorText.split(',').some((selector) => wanted.test(selector.trim()))) continue
    for (const name of rule.style) if (name.startsWith('--')) values[name] = rule.style.getPropertyValue(name).trim()
  }
}

/** A sheet of another origin, such as a browser extension's, may not be read; it holds none of our tokens. */
function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules
  } catch {
    return []
  }
}
