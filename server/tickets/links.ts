/** An address of the web as somebody writes it into a text. */
const address = /https?:\/\/[^\s<>"'`{}|\\^]+/giu
/** What ends a sentence is hardly ever part of an address, a bracket only where it was opened in it. */
const tail = /[.,;:!?\]»”“’‘]/u

/** An address without what stands behind it in a sentence. */
function bare(written: string): string {
  let closing = written.split(')').length - written.split('(').length
  let end = written.length
  for (; end > 0; end--) {
    const last = written.charAt(end - 1)
    if (last === ')' ? closing-- <= 0 : !tail.test(last)) break
  }
  return written.slice(0, end)
}

/** The web addresses of a text, each once, in the order they stand in it. */
export function linksIn(text: string): string[] {
  const found = [...text.matchAll(address)].map(([written]) => bare(written)).filter((url) => URL.canParse(url))
  return [...new Set(found)]
}

/**
 * the text as it leaves, each address in it replaced by its short one. Found as `linksIn` finds them, once: one that
 * another begins with, or that stands in a short one, is not taken for it.
 */
export function withShortLinks(text: string, short: ReadonlyMap<string, string>): string {
  return text.replace(address, (written) => {
    const url = bare(written)
    return (short.get(url) ?? url) + written.slice(url.length)
  })
}
