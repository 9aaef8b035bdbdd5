/** Rules that no test proves yet. This list may only shrink. */
export const notYetProved: readonly string[] = `
  D-3 D-8
  P-6 P-7
`
  .trim()
  .split(/\s+/)
  .filter(Boolean)
