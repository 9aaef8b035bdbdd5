import { useEffect, useRef } from 'preact/hooks'
import type { RefObject } from 'preact'
import { searchWords, spansOf } from '../../protocol/search-words.ts'
import { useScreen } from '../desk-screen.ts'
import { usePage } from '../page.ts'
import type { Conversation } from './conversation.ts'

/** So many pages of a thread are loaded to come to a hit; what is older is reached by scrolling. */
const mostPages = 20

/**
 * S-6: a ticket that a search found opens at the message or note that was found, with its hits marked where the browser
 * can mark text without touching it (CSS Custom Highlights).
 */
export function useFoundEntry(box: RefObject<HTMLElement | null>, conversation: Conversation): void {
  const { router } = usePage()
  const { desk } = useScreen()
  const route = router.route.value
  const search = route.page === 'inbox' && route.ticket === conversation.ticket ? route.search : ''
  const by = desk.list.found.value.get(conversation.ticket)
  const entry = search && by && 'entry' in by ? by.entry : null
  const n = by && 'n' in by ? by.n : 0
  const { thread } = conversation
  const entries = thread.entries.value
  /** The hit that was shown; once it was, whoever reads scrolls. */
  const shown = useRef<string | null>(null)

  useEffect(() => {
    if (entry === null || shown.current === entry || thread.events.peek().length === 0) return
    shown.current = entry
    const find = async () => {
      for (let page = 0; page < mostPages; page++) {
        if (!thread.earlier.peek() || (thread.events.peek()[0]?.n ?? 0) <= n) break
        await thread.loadEarlier()
      }
      // What was loaded last is drawn with the next frame.
      requestAnimationFrame(() => {
        const found = box.current?.querySelector(`[data-message="${entry}"], [data-note="${entry}"]`)
        found?.scrollIntoView({ block: 'center' })
      })
    }
    void find()
  }, [entry, n, entries, thread, box])

  useEffect(() => {
    if (!('highlights' in CSS)) return
    const words = searchWords(search)
    const ranges = words.length === 0 || !box.current ? [] : rangesIn(box.current, words)
    if (ranges.length === 0) CSS.highlights.delete('hub-search')
    else CSS.highlights.set('hub-search', new Highlight(...ranges))
    return () => void CSS.highlights.delete('hub-search')
  }, [search, entries, box])
}

/** Where the words stand in the messages and notes on the screen. */
function rangesIn(box: HTMLElement, words: readonly string[]): Range[] {
  const ranges: Range[] = []
  for (const said of box.querySelectorAll('[data-message], [data-note]')) {
    const walker = document.createTreeWalker(said, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { from, to } of spansOf(node.textContent ?? '', words)) {
        const range = document.createRange()
        range.setStart(node, from)
        range.setEnd(node, to)
        ranges.push(range)
      }
    }
  }
  return ranges
}
