/** An address of the web as somebody writes it into a text. */
const address = /https?:\/\/[^\s<>"'`{}|\\^]+/giu
/** What ends a sentence or a bracket is hardly ever part of an address. */
const tail = /[.,;:!?)\]»”“’‘]+$/u

/** The web addresses of a text, each once, in the order they stand in it. */
export function linksIn(text: string): string[] {
  const found = [...text.matchAll(address)]
    .map(([written]) => written.replace(tail, ''))
    .filter((url) => URL.canParse(url))
  return [...new Set(found)]
}

/**
 * the text as it leaves, each address in it replaced by its short one. A longer address is replaced before one
 * that it begins with.
 */
export function withShortLinks(text: string, short: ReadonlyMap<string, string>): string {
  return [...short]
    .toSorted(([a], [b]) => b.length - a.length)
    .reduce((all, [url, instead]) => all.replaceAll(url, instead), text)
}
