import './mail.css'
import { useSignal } from '@preact/signals'
import { Text } from '../../../widget/thread/text.tsx'
import type { ErrorCode } from '../../protocol/errors.ts'
import { usePage, useWords } from '../page.ts'
import type { Bubble } from '../../../widget/thread/layout.ts'
import { MailOriginal } from './mail-original.tsx'
import type { MailMark } from './mails.ts'

type Rest = { state: 'folded' | 'asking' } | { state: 'open'; text: string } | { state: 'failed'; code: ErrorCode }

/** T-2, P-2: a mail in the thread: its fresh words, with what it quotes folded, and the way to all of it. */
export function MailBubble({ bubble, mail, failed }: { bubble: Bubble; mail: MailMark; failed: boolean }) {
  const words = useWords()
  const { api } = usePage()
  const rest = useSignal<Rest>({ state: 'folded' })
  const original = useSignal(false)
  const { state } = rest.value

  async function unfold() {
    if (state === 'asking') return
    if (state === 'open') {
      rest.value = { state: 'folded' }
      return
    }
    rest.value = { state: 'asking' }
    const answer = await api.mail(bubble.id)
    rest.value = answer.ok
      ? { state: 'open', text: beyond(answer.text, bubble.text) }
      : { state: 'failed', code: answer.code }
  }

  return (
    <div class={`bubble mail${failed ? ' failed-one' : ''}`} data-message={bubble.id}>
      {mail.subject !== null && (
        <p class="subject" dir="auto">
          <b>{mail.subject}</b>
        </p>
      )}
      <p class="words" dir="auto">
        <Text text={bubble.text} />
      </p>
      {rest.value.state === 'open' && (
        <blockquote class="words rest" dir="auto">
          <Text text={rest.value.text} />
        </blockquote>
      )}
      {rest.value.state === 'failed' && (
        <p class="danger" role="alert">
          {words.refused[rest.value.code]}
        </p>
      )}
      <div class="mail-foot">
        {mail.more && (
          <button
            type="button"
            class="fold"
            aria-expanded={state === 'open'}
            aria-label={state === 'open' ? words.mail.fold : words.mail.unfold}
            title={state === 'open' ? words.mail.fold : words.mail.unfold}
            onClick={() => void unfold()}
          >
            <i />
            <i />
            <i />
          </button>
        )}
        <button type="button" class="link" onClick={() => (original.value = true)}>
          {words.mail.show}
        </button>
      </div>
      {original.value && <MailOriginal id={bubble.id} onClose={() => (original.value = false)} />}
    </div>
  )
}

/** What a mail says after the words that stand there already; all of it where these are not its beginning. */
export function beyond(whole: string, shown: string): string {
  const text = whole.trim()
  return text.startsWith(shown.trim()) ? text.slice(shown.trim().length).trim() : text
}
