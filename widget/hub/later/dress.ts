import css from './later.css?inline'

const sheet = new CSSStyleSheet()
sheet.replaceSync(css)

/** For a `ref`: what these parts look like comes with the first of them that is drawn. */
export function dress(element: Element | null): void {
  const root = element?.getRootNode()
  if (!(root instanceof ShadowRoot) || root.adoptedStyleSheets.includes(sheet)) return
  const [first, ...rest] = root.adoptedStyleSheets
  // After the hub's own, before the merchant's colours.
  root.adoptedStyleSheets = first ? [first, sheet, ...rest] : [sheet]
}
