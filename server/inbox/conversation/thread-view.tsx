import { useSignal } from '@preact/signals'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { TicketRow } from '../../protocol/ticket.ts'
import { useWords } from '../page.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import type { Conversation } from './conversation.ts'
import { EntryView } from './entries.tsx'
import { MarketingView } from './marketing-view.tsx'
import { UnsentNotes } from './note-view.tsx'
import { useFoundEntry } from './found-entry.ts'
import { withMarketing } from './with-marketing.ts'

/** Pixels from the end that still count as the end. */
const slack = 48
const nearTop = 200

/** R-13, D-2: the messages, oldest first; stays at the end unless somebody scrolled away from it. */
export function ThreadView({ conversation, row }: { conversation: Conversation; row: TicketRow }) {
  const words = useWords()
  const { thread, atEnd } = conversation
  const box = useRef<HTMLDivElement>(null)
  const placed = useRef(false)
  /** Height below the first entry that was there, so that older ones push nothing on the screen. */
  const fromEnd = useRef(0)
  /** Where the last look found it: whoever leaves the end goes up, and a composer that grows does not. */
  const top = useRef(Number.POSITIVE_INFINITY)
  const leftAt = useSignal(0)
  const entries = thread.entries.value
  const lines = withMarketing(entries, conversation.marketing.value)
  const typing = thread.typing.value
  const first = thread.events.value[0]?.n ?? 0
  const atFirst = useRef(first)
  const last = thread.last.value
  const missed = atEnd.value
    ? 0
    : thread.events.value.filter((e) => e.n > leftAt.value && e.type === 'message' && e.from === 'customer').length

  const toEnd = (gently = false) => {
    const at = box.current
    if (!at) return
    // Gliding over more than a screen only makes dizzy.
    const near = at.scrollHeight - at.scrollTop < 3 * at.clientHeight
    at.scrollTo({ top: at.scrollHeight, behavior: gently && near ? 'smooth' : 'auto' })
  }
  const look = () => {
    const at = box.current
    if (!at) return
    const left = at.scrollHeight - at.scrollTop - at.clientHeight
    fromEnd.current = at.scrollHeight - at.scrollTop
    const end = left < slack
    const wentUp = at.scrollTop < top.current
    top.current = at.scrollTop
    if (!end && !wentUp && atEnd.peek()) return toEnd()
    if (!end && atEnd.peek()) leftAt.value = thread.last.peek()
    atEnd.value = end
    if (end) leftAt.value = thread.last.peek()
    if (placed.current && at.scrollTop < nearTop) void thread.loadEarlier()
  }

  useLayoutEffect(() => {
    const at = box.current
    if (!at || entries.length === 0) return
    if (!placed.current) {
      placed.current = true
      // A long unread part opens at its beginning; it counts as opened all the same (S-3).
      const line = at.querySelector<HTMLElement>('.new-line')
      if (line && at.scrollHeight - line.offsetTop > at.clientHeight) at.scrollTop = line.offsetTop - 16
      else toEnd()
      fromEnd.current = at.scrollHeight - at.scrollTop
    } else if (first < atFirst.current) at.scrollTop = at.scrollHeight - fromEnd.current
    else if (atEnd.peek()) toEnd()
    atFirst.current = first
  }, [entries, typing, first, atEnd])

  // One's own words and files are always shown.
  const mine = conversation.outbox.items.value.length + conversation.notes.items.value.length
  const carrying = conversation.attached.sending.value
  const before = useRef({ mine, carrying })
  useEffect(() => {
    const carried = before.current.carrying && !carrying && conversation.attached.problem.peek() === null
    if (mine > before.current.mine || carried) {
      atEnd.value = true
      toEnd()
    }
    before.current = { mine, carrying }
  }, [mine, carrying, atEnd, conversation])

  useEffect(() => {
    const at = box.current
    if (!at) return
    const sizes = new ResizeObserver(() => atEnd.peek() && toEnd())
    sizes.observe(at)
    return () => sizes.disconnect()
  }, [atEnd])

  useFoundEntry(box, conversation)

  return (
    <div class="thread-box">
      <div
        class="scroll thread"
        ref={box}
        onScroll={look}
        tabIndex={0}
        role="log"
        aria-label={words.thread.messages}
        aria-live="polite"
        aria-relevant="additions"
      >
        {thread.earlier.value && (
          <button
            type="button"
            class="button line small older"
            // Not disabled: the focus would be lost while they come.
            aria-disabled={thread.loading.value === 'earlier'}
            onClick={() => void thread.loadEarlier()}
          >
            {thread.loading.value === 'earlier' ? words.thread.olderLoading : words.thread.older}
          </button>
        )}
        {lines.map((line) =>
          line.kind === 'marketing' ? (
            <MarketingView key={line.key} message={line.message} />
          ) : (
            <EntryView
              key={line.key}
              entry={line}
              row={row}
              outbox={conversation.outbox}
              deliveries={conversation.deliveries.value}
              mails={conversation.mails.value}
              enclosed={conversation.enclosed.value}
            />
          ),
        )}
        <UnsentNotes conversation={conversation} />
        {typing !== null && (
          <div class="group theirs is-typing" aria-live="off">
            <Avatar id={row.customer.id} name={row.customer.name} size="m" online={row.customer.online} />
            <div class="bubbles">
              <span class="typing" role="img" aria-label={words.thread.typing(typing)}>
                <i />
                <i />
                <i />
              </span>
            </div>
          </div>
        )}
      </div>
      {!atEnd.value && last > 0 && (
        <button type="button" class={`to-end${missed > 0 ? ' with-news' : ''}`} onClick={() => toEnd(true)}>
          <Icon name="toEnd" small />
          {missed > 0 ? words.thread.newBelow(missed) : <span class="hidden-text">{words.thread.newest}</span>}
        </button>
      )}
    </div>
  )
}
