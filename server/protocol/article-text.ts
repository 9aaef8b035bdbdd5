/** A piece of a line. Links lead to http(s) addresses and mailboxes, nowhere else. */
export type ArticleSpan =
  | { kind: 'text'; text: string }
  | { kind: 'bold'; text: string }
  | { kind: 'link'; text: string; href: string }

export type ArticleBlock =
  | { kind: 'heading'; spans: ArticleSpan[] }
  | { kind: 'paragraph'; spans: ArticleSpan[] }
  | { kind: 'bullets'; items: ArticleSpan[][] }
  | { kind: 'numbers'; items: ArticleSpan[][] }

const inline = /\*\*(.+?)\*\*|\[([^\]\n]+)\]\(((?:https?:\/\/|mailto:)[^\s)]+)\)/g

/**
 * W-14: the simple markup of help articles. An empty line ends a paragraph; `# ` begins a heading, `- ` and `1. ` the items
 * of lists; `**bold**`, `[words](https://…)`. Whatever is none of these is plain text.
 */
export function articleBlocks(text: string): ArticleBlock[] {
  const blocks: ArticleBlock[] = []
  let open: string[] = []
  const endParagraph = () => {
    if (open.length > 0) blocks.push({ kind: 'paragraph', spans: spansOf(open.join('\n')) })
    open = []
  }
  for (const line of text.split(/\r?\n/)) {
    const [, mark = '', rest = ''] = /^\s*(#{1,3}|[-*]|\d{1,3}[.)])\s+(\S.*)$/.exec(line) ?? []
    if (mark === '') {
      if (line.trim()) open.push(line.trim())
      else endParagraph()
      continue
    }
    endParagraph()
    if (mark.startsWith('#')) {
      blocks.push({ kind: 'heading', spans: spansOf(rest) })
      continue
    }
    const kind = /\d/.test(mark) ? 'numbers' : 'bullets'
    const last = blocks.at(-1)
    if (last?.kind === kind) last.items.push(spansOf(rest))
    else blocks.push({ kind, items: [spansOf(rest)] })
  }
  endParagraph()
  return blocks
}

function spansOf(line: string): ArticleSpan[] {
  const spans: ArticleSpan[] = []
  let done = 0
  const plain = (until: number) => {
    if (until > done) spans.push({ kind: 'text', text: line.slice(done, until) })
  }
  for (const match of line.matchAll(inline)) {
    const [whole, bold, words, href] = match
    plain(match.index)
    if (bold !== undefined) spans.push({ kind: 'bold', text: bold })
    else if (words !== undefined && href !== undefined) spans.push({ kind: 'link', text: words, href })
    done = match.index + whole.length
  }
  plain(line.length)
  return spans
}
