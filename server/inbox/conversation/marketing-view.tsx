import './marketing.css'
import { useSignal } from '@preact/signals'
import { Text } from '../../../widget/thread/text.tsx'
import type { MarketingEntry } from '../../protocol/marketing.ts'
import { usePage, useWords } from '../page.ts'
import { Icon } from '../parts/icon.tsx'

/** Longer ones are folded: nobody came for the newsletter. */
const folds = 240

/** D-2, M-4: a campaign or flow message in the thread: what it was, when, what it said, and whether it was answered. */
export function MarketingView({ message }: { message: MarketingEntry }) {
  const { thread } = useWords()
  const { moments, clock } = usePage()
  const open = useSignal(false)
  const { kind, name, text, subject, at, failed, answeredBy } = message
  const long = text.length > folds
  return (
    <section class={`marketing${failed ? ' failed' : ''}`} aria-label={`${thread.marketing[kind]}: ${name}`}>
      <p class="meta">
        <Icon name="megaphone" small />
        <span>
          {thread.marketing[kind]} <b dir="auto">{name}</b>
        </span>
        <time class="digits">{moments.value.until(at, clock.tick.value)}</time>
        {failed && <span class="tag danger">{thread.marketing.failed}</span>}
        {answeredBy !== null && <span class="tag">{thread.marketing.answered}</span>}
      </p>
      {subject !== null && (
        <p dir="auto">
          <b>{subject}</b>
        </p>
      )}
      <p dir="auto">
        <Text text={long && !open.value ? `${text.slice(0, folds).trimEnd()} …` : text} />
      </p>
      {long && (
        <button type="button" class="link" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
          {open.value ? thread.marketing.less : thread.marketing.more}
        </button>
      )}
    </section>
  )
}
