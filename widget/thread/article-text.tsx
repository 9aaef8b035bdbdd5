import { type ArticleSpan, articleBlocks } from '../../server/protocol/article-text.ts'

/** An article's text on a screen: nodes, never markup of somebody else's. */
export function ArticleText({ text }: { text: string }) {
  return (
    <>
      {articleBlocks(text).map((block, n) => {
        if (block.kind === 'heading') return <h3 key={n}>{spans(block.spans)}</h3>
        if (block.kind === 'paragraph') return <p key={n}>{spans(block.spans)}</p>
        const items = block.items.map((item, at) => <li key={at}>{spans(item)}</li>)
        return block.kind === 'numbers' ? <ol key={n}>{items}</ol> : <ul key={n}>{items}</ul>
      })}
    </>
  )
}

const spans = (some: readonly ArticleSpan[]) =>
  some.map((span, n) => {
    if (span.kind === 'bold') return <strong key={n}>{span.text}</strong>
    if (span.kind === 'text') return span.text
    return (
      <a key={n} href={span.href} target="_blank" rel="noopener">
        {span.text}
      </a>
    )
  })
